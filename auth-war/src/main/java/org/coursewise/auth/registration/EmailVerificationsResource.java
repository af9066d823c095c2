package org.coursewise.auth.registration;

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
import org.coursewise.auth.emailchange.EmailChanges;
import org.coursewise.auth.errand.Errand;
import org.coursewise.auth.errand.Errands;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The link in the first mail: asked for again, or followed. */
@Path("/email-verifications")
@Tag(name = "Registration")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailVerificationsResource {

    @Inject
    Registration registration;

    @Inject
    EmailChanges emailChanges;

    @Inject
    Errands errands;

    @Inject
    CallingDevice device;

    /** Whose link is wanted again. */
    @Schema(name = "VerificationRequest")
    public record VerificationRequest(
            @NotBlank @Schema(examples = "ada@example.org") String email) {}

    /** The token of a link. */
    @Schema(name = "TokenConfirmation")
    public record Confirmation(
            @NotBlank @Schema(examples = "q2X…43 characters")
            String token) {}

    @POST
    @Operation(summary = "Send the confirmation link again")
    @APIResponse(
            responseCode = "202",
            description = "If an account waits for confirmation, a mail is on its way",
            content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
    public Response sendAgain(@NotNull @Valid VerificationRequest request) {
        var email = EmailInput.parsed(request.email());
        errands.leave(new Errand(
                Errand.Kind.SEND_LINK_AGAIN, email, null, device.get().address()));
        return Response.accepted(RegistrationAnswer.VERIFICATION_SENT).build();
    }

    @POST
    @Path("/confirmations")
    @Operation(
            summary = "Confirm an e-mail address with the token from the mail",
            description = "Of a registration, or of a change of address, which happens once both links came back.")
    @APIResponse(responseCode = "204", description = "Confirmed; now log in")
    @APIResponse(
            responseCode = "400",
            description = "`invalid-token`: unknown, used, expired or replaced, or the address has become another's")
    public void confirm(@NotNull @Valid Confirmation confirmation) {
        if (!emailChanges.confirm(confirmation.token())) {
            registration.confirm(confirmation.token());
        }
    }
}
