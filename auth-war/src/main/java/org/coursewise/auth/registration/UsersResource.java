package org.coursewise.auth.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.coursewise.auth.account.EmailInput;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.device.CallingDevice;
import org.coursewise.auth.errand.Errand;
import org.coursewise.auth.errand.Errands;
import org.coursewise.auth.onetime.Pledge;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.password.PasswordRules;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a stranger registers. */
@Path("/users")
@Tag(name = "Registration")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    private static final String DEFAULT_LOCALE = "en";

    @Inject
    Errands errands;

    @Inject
    CallingDevice device;

    @Inject
    PasswordRules rules;

    @Inject
    PasswordHashes hashes;

    /** Who wants in. */
    @Schema(name = "RegistrationRequest")
    public record RegistrationRequest(
            @NotBlank @Schema(examples = "ada@example.org") String email,

            @NotNull @Schema(minLength = 8, maxLength = 128, examples = "correct horse battery staple")
            String password,

            @NotBlank @Size(max = 100) @Schema(examples = "Ada Lovelace")
            String displayName,

            @Size(max = 35) @Schema(examples = "en", defaultValue = DEFAULT_LOCALE) @Nullable
            String locale) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Register",
            description = "Sends a confirmation link. The answer is the same for a known address; its owner gets a mail"
                    + " saying so.")
    @APIResponse(
            responseCode = "202",
            description = "A mail is on its way",
            content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
    public Response register(@NotNull @Valid RegistrationRequest request) {
        var email = EmailInput.parsed(request.email());
        rules.check("password", request.password(), email);
        var locale = LanguageTag.canonical("locale", request.locale() == null ? DEFAULT_LOCALE : request.locale());
        var profile = new Profile(Profile.checkedName(request.displayName()), locale);
        // whether the address is known is looked at after the answer: how long that takes must not tell
        var pledge = new Pledge(hashes.hash(request.password()), profile);
        errands.leave(
                new Errand(Errand.Kind.REGISTER, email, pledge, device.get().address()));
        return Response.accepted(RegistrationAnswer.VERIFICATION_SENT).build();
    }
}
