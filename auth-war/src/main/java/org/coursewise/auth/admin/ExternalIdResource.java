package org.coursewise.auth.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.account.ExternalId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Linking accounts to learners of imported enrolments. */
@Path("/admin/users/{id}/external-id")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ExternalIdResource {

    @Inject
    ExternalIds externalIds;

    /** What imported enrolments call the learner. */
    @Schema(name = "ExternalIdChange")
    public record ExternalIdChange(
            @NotNull @Schema(description = "Empty for none; else up to 200 characters", examples = "L1")
            String externalId) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say which learner of imported enrolments somebody is",
            description =
                    "Shortly after, the history of that learner is the account's, and so is what files bring of it from"
                            + " now on; where both have a course the account's own stays. An empty id ends that for files to come.")
    @APIResponse(responseCode = "204", description = "Linked")
    @APIResponse(responseCode = "409", description = "`external-id-taken`: it is another account's")
    public void link(@PathParam("id") String id, @NotNull @Valid ExternalIdChange change) {
        var text = change.externalId();
        externalIds.link(UserPath.parsed(id), text.isEmpty() ? null : ExternalId.checked(text));
    }
}
