package org.coursewise.auth.reset;

import jakarta.annotation.security.PermitAll;
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
import org.coursewise.auth.device.CallingDevice;
import org.coursewise.auth.errand.Errand;
import org.coursewise.auth.errand.Errands;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.password.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgotten passwords. */
@Path("/password-resets")
@Tag(name = "Password reset")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetsResource {

    @Inject
    PasswordReset reset;

    @Inject
    Errands errands;

    @Inject
    CallingDevice device;

    @Inject
    PasswordRules rules;

    @Inject
    PasswordHashes hashes;

    /** Who forgot. */
    @Schema(name = "PasswordResetRequest")
    public record ResetRequest(
            @NotBlank @Schema(examples = "ada@example.org") String email) {}

    /** The token of the link, and the password to set. */
    @Schema(name = "PasswordResetConfirmation")
    public record Confirmation(
            @NotBlank @Schema(examples = "q2X…43 characters")
            String token,

            @NotNull @Schema(minLength = 8, maxLength = 128, examples = "seven otters sing at dawn")
            String newPassword) {}

    /** The same whoever asks. */
    @Schema(name = "PasswordResetAnswer")
    public record ResetAnswer(
            @Schema(examples = "reset-sent") String status) {}

    @POST
    @Operation(summary = "Ask for a link that sets a new password")
    @APIResponse(
            responseCode = "202",
            description = "If the address has an account, a mail is on its way",
            content = @Content(schema = @Schema(implementation = ResetAnswer.class)))
    public Response request(@NotNull @Valid ResetRequest request) {
        var email = EmailInput.parsed(request.email());
        errands.leave(
                new Errand(Errand.Kind.RESET_PASSWORD, email, null, device.get().address()));
        return Response.accepted(new ResetAnswer("reset-sent")).build();
    }

    @POST
    @Path("/confirmations")
    @Operation(summary = "Set a new password with the token from the mail")
    @APIResponse(responseCode = "204", description = "Set; every session of the account has ended")
    @APIResponse(responseCode = "400", description = "`invalid-token`, or a password that is not accepted")
    public void confirm(@NotNull @Valid Confirmation confirmation) {
        rules.check("newPassword", confirmation.newPassword(), reset.owner(confirmation.token()));
        reset.confirm(confirmation.token(), hashes.hash(confirmation.newPassword()), device.now());
    }
}
