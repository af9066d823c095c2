package org.coursewise.auth.emailchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coursewise.auth.account.EmailInput;
import org.coursewise.auth.caller.Person;
import org.coursewise.auth.device.CallingDevice;
import org.coursewise.auth.throttle.OwnPassword;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Another e-mail address for one's own account. */
@Path("/users/me/email-changes")
@Tag(name = "Own account")
@RolesAllowed({"learner", "instructor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailChangesResource {

    @Inject
    EmailChanges changes;

    @Inject
    OwnPassword ownPassword;

    @Inject
    Person me;

    @Inject
    CallingDevice device;

    /** The address to have, and the password as proof of who asks. */
    @Schema(name = "EmailChangeRequest")
    public record EmailChangeRequest(
            @NotBlank @Schema(examples = "ada.king@example.org")
            String email,

            @NotNull @Schema(examples = "correct horse battery staple")
            String currentPassword) {}

    /** The same whether the address is free or not. */
    @Schema(name = "EmailChangeAnswer")
    public record EmailChangeAnswer(
            @Schema(examples = "verification-sent") String status) {}

    @POST
    @Operation(
            summary = "Change my e-mail address",
            description = "A link goes to the old address and one to the new one. Once both have been followed, at"
                    + " /email-verifications/confirmations and in any order, the address is changed and every other"
                    + " session ends. A later request replaces this one. An address that is another's is answered the"
                    + " same and never changed to. Failures count as failed log-ins do.")
    @APIResponse(
            responseCode = "202",
            description = "Mails are on their way",
            content = @Content(schema = @Schema(implementation = EmailChangeAnswer.class)))
    @APIResponse(responseCode = "400", description = "A wrong password, no address, or the one the account has")
    @APIResponse(responseCode = "429", description = "`throttled`: too many wrong passwords")
    public Response request(@NotNull @Valid EmailChangeRequest request) {
        var email = EmailInput.parsed(request.email());
        if (ownPassword.demand(me.id(), request.currentPassword()).key().equals(email.key())) {
            throw ProblemException.invalidInput("email", "is your address already");
        }
        changes.request(me.id(), email, me.session(), device.get());
        return Response.accepted(new EmailChangeAnswer("verification-sent")).build();
    }
}
