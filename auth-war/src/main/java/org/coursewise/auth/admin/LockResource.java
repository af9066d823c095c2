package org.coursewise.auth.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Locking accounts, and unlocking them. */
@Path("/admin/users/{id}/lock")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class LockResource {

    @Inject
    AccountLocks locks;

    @PUT
    @Operation(
            summary = "Lock an account",
            description =
                    "Its sessions end, and nobody logs in until it is unlocked. A new password does not unlock it.")
    @APIResponse(responseCode = "204", description = "Locked, or was so before")
    @APIResponse(responseCode = "409", description = "`last-admin`: nobody would be left to administer")
    public void lock(@PathParam("id") String id) {
        locks.lock(UserPath.parsed(id));
    }

    @DELETE
    @Operation(
            summary = "Unlock an account",
            description = "Who has not confirmed the address still has to; ended sessions stay so.")
    @APIResponse(responseCode = "204", description = "Not locked any more, or was not before")
    public void unlock(@PathParam("id") String id) {
        locks.unlock(UserPath.parsed(id));
    }
}
