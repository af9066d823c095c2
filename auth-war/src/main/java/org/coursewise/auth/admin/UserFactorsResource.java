package org.coursewise.auth.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.caller.Person;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Second factors of others, for administrators. */
@Path("/admin/users/{id}/factors")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserFactorsResource {

    @Inject
    UserAdministration users;

    @Inject
    Person me;

    @DELETE
    @Operation(
            summary = "Take somebody's second factor away, because the device is lost",
            description = "Their sessions end; log-in takes the password alone. Make sure who is asking for it.")
    @APIResponse(responseCode = "204", description = "They have none")
    @APIResponse(responseCode = "409", description = "It is your own: that goes at /users/me/factors, with a code")
    public void remove(@PathParam("id") String id) {
        var user = UserPath.parsed(id);
        if (user.equals(me.id())) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Your own second factor goes at /api/v1/users/me/factors, with a code.");
        }
        users.removeFactors(user);
    }
}
