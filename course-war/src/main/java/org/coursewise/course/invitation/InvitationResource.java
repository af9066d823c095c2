package org.coursewise.course.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One invitation. */
@Path("/invitations/{id}")
@Tag(name = "Invitations")
@RolesAllowed({"instructor", "admin"})
public class InvitationResource {

    @Inject
    Inviting inviting;

    @DELETE
    @Operation(
            summary = "Withdraw an invitation",
            description = "Nobody takes it any more and its address is forgotten; who is enrolled by it stays so.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(@PathParam("id") String id) {
        inviting.withdraw(Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("invitation")));
    }
}
