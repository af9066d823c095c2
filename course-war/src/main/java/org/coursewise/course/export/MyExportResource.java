package org.coursewise.course.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own data, to take away. */
@Path("/learners/me/export")
@Tag(name = "Own data")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MyExportResource {

    @Inject
    Exporting exporting;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "Everything course holds on me",
            description = "Auth and email hold the rest: see /users/me/export and /messages/me/export.")
    @APIResponse(
            responseCode = "200",
            description = "One document",
            content = @Content(schema = @Schema(implementation = LearnerExport.class)))
    public LearnerExport export() {
        return exporting.of(caller.id());
    }
}
