package org.coursewise.auth.session;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.account.EmailInput;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.caller.Person;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.factor.SecondFactor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
@Path("/sessions")
@Tag(name = "Sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    LogIn logIn;

    @Inject
    SecondFactor secondFactor;

    @Inject
    Sessions sessions;

    @Inject
    TokenPairs tokenPairs;

    @Inject
    Person me;

    /** Who logs in; the code is for accounts with a second factor. */
    @Schema(name = "Credentials")
    public record Credentials(
            @NotBlank @Schema(examples = "ada@example.org") String email,

            @NotNull @Schema(examples = "correct horse battery staple")
            String password,

            @Size(max = 100)
            @Schema(
                    description =
                            "What the authenticator app shows, or a recovery code; where there is no second factor"
                                    + " it is not looked at",
                    examples = "492039")
            @Nullable
            String code) {}

    @POST
    @PermitAll
    @Operation(summary = "Log in")
    @APIResponse(responseCode = "200", description = "Logged in")
    @APIResponse(
            responseCode = "401",
            description = "`invalid-credentials`; after the right password also `verification-required`,"
                    + " `second-factor-required` without a code, `invalid-code` with a wrong or used one")
    @APIResponse(responseCode = "403", description = "`account-locked`, after the right password")
    @APIResponse(
            responseCode = "429",
            description = "`throttled`: too many failed under this name or from this network address, where one try a"
                    + " minute is let through and a reset of the password ends the wait; or too many wrong codes")
    public TokenPair logIn(
            @NotNull @Valid Credentials credentials,
            @Parameter(description = "What the list of sessions shows as the device")
                    @HeaderParam(HttpHeaders.USER_AGENT)
                    @Nullable
                    String userAgent,
            @Context HttpServletRequest request) {
        var device = Device.of(userAgent, request.getRemoteAddr());
        var email = EmailInput.parsed(credentials.email());
        var shown = logIn.authenticate(email, credentials.password(), device);
        var factor = secondFactor.demand(shown.account(), credentials.code());
        var current = logIn.rehashIfOutdated(shown, email, credentials.password());
        var grant = sessions.start(current, device, factor.orElse(null));
        return tokenPairs.of(grant);
    }

    @DELETE
    @Path("/current")
    @RolesAllowed({"learner", "instructor", "admin"})
    @Operation(summary = "Log out: end the session the token belongs to")
    @APIResponse(responseCode = "204", description = "Ended")
    public void logOut() {
        sessions.end(me.id(), me.session(), AuditType.LOGGED_OUT);
    }
}
