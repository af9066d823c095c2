package org.coursewise.auth.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.caller.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own data, to take away. */
@Path("/users/me/export")
@Tag(name = "Own account")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MyExportResource {

    @Inject
    Exporting exporting;

    @Inject
    Person me;

    @GET
    @Operation(
            summary = "Everything auth holds on me",
            description = "Course and email hold the rest: see /learners/me/export and /messages/me/export.")
    @APIResponse(
            responseCode = "200",
            description = "One document; that it was made is in the audit trail",
            content = @Content(schema = @Schema(implementation = AccountExport.class)))
    public AccountExport export() {
        return exporting.of(me.id());
    }
}
