package org.coursewise.auth.factor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.coursewise.auth.caller.Person;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's second factor. */
@Path("/users/me/factors")
@Tag(name = "Second factor")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class FactorsResource {

    private static final int LONGEST_CODE = 100;
    private static final String RECENT =
            "`recent-log-in-required`: log in with a code first; one that was shown in this session"
                    + " in the last 15 minutes will do";

    @Inject
    MyFactors factors;

    @Inject
    AuthSettings settings;

    @Inject
    Person me;

    /** A factor to be made. */
    @Schema(name = "FactorRequest")
    public record NewFactor(
            @NotNull
            @Schema(description = "An authenticator app (RFC 6238)", enumeration = FactorView.TOTP, examples = "totp")
            String type) {}

    /** A factor with its secret, which is shown this once. */
    @Schema(name = "FactorWithSecret")
    public record FactorWithSecret(
            String id,

            @Schema(
                    description = "For an app that cannot read the QR code: Base32 (RFC 4648)",
                    examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
            String secret,

            @Schema(
                    description = "What to show as a QR code",
                    examples = "otpauth://totp/Coursewise:ada%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
                            + "&issuer=Coursewise&algorithm=SHA1&digits=6&period=30")
            String otpauthUri) {}

    /** What the app shows. */
    @Schema(name = "FactorCode")
    public record FactorCode(
            @NotBlank @Size(max = LONGEST_CODE) @Schema(description = "Six digits", examples = "492039")
            String code) {}

    /** Codes for the day the app is lost; they are shown this once. */
    @Schema(name = "RecoveryCodes")
    public record RecoveryCodesAnswer(
            @Schema(description = "Each is good for one log-in, as its code", examples = "[\"MZXW-6YTB-OI4H-K3TL\"]")
            List<String> recoveryCodes) {}

    @GET
    @Operation(summary = "My second factor")
    @APIResponse(
            responseCode = "200",
            description = "The one that log-in asks for, and one that waits for its first code")
    public Page<FactorView> list() {
        return new Page<>(factors.list(me.id()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin with a second factor",
            description = "The secret is shown in this answer and never again; it takes no Idempotency-Key. Log-in asks"
                    + " for codes once one has been shown at its verifications, within an hour. Where there is"
                    + " a factor already, the new one then takes its place.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = FactorWithSecret.class)))
    @APIResponse(responseCode = "403", description = RECENT)
    public Response create(@NotNull @Valid NewFactor request) {
        if (!request.type().equals(FactorView.TOTP)) {
            throw ProblemException.invalidInput("type", "must be totp");
        }
        var told = factors.create(me.id(), me.session());
        var uri = OtpauthUri.of(settings.factorIssuer(), told.address(), told.secret());
        return Response.status(Response.Status.CREATED)
                .entity(new FactorWithSecret(told.id().toString(), told.secret(), uri))
                .build();
    }

    @POST
    @Path("/{id}/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Show that the app works: log-in asks for its codes from now on",
            description = "No session ends. A code works once: the next log-in takes the next one.")
    @APIResponse(
            responseCode = "200",
            description = "Verified; the recovery codes, shown this once",
            content = @Content(schema = @Schema(implementation = RecoveryCodesAnswer.class)))
    @APIResponse(responseCode = "400", description = "`invalid-code`")
    @APIResponse(responseCode = "403", description = RECENT)
    @APIResponse(responseCode = "409", description = "It is verified already")
    @APIResponse(responseCode = "429", description = "`throttled`: five codes were wrong within 15 minutes")
    public RecoveryCodesAnswer verify(@PathParam("id") String id, @NotNull @Valid FactorCode request) {
        var verification = factors.verify(me.id(), me.session(), parsed(id), request.code());
        return switch (verification.result()) {
            case ACCEPTED, RECOVERED -> new RecoveryCodesAnswer(verification.recoveryCodes());
            case WRONG -> throw new AuthException.InvalidCode();
            case REFUSED -> throw new AuthException.TooManyCodes(CodeCheck.RETRY_AFTER);
        };
    }

    @POST
    @Path("/{id}/recovery-codes")
    @Operation(summary = "Get new recovery codes; the old ones are no good any more")
    @APIResponse(
            responseCode = "201",
            description = "The new ones, shown this once",
            content = @Content(schema = @Schema(implementation = RecoveryCodesAnswer.class)))
    @APIResponse(responseCode = "403", description = RECENT)
    @APIResponse(responseCode = "409", description = "It is not verified yet")
    public Response renewRecoveryCodes(@PathParam("id") String id) {
        var codes = factors.renewRecoveryCodes(me.id(), me.session(), parsed(id));
        return Response.status(Response.Status.CREATED)
                .entity(new RecoveryCodesAnswer(codes))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Do without it",
            description = "Its recovery codes go too. One that waits for its first code goes without more ado.")
    @APIResponse(responseCode = "204", description = "Gone; log-in takes the password alone")
    @APIResponse(responseCode = "403", description = RECENT)
    public void remove(@PathParam("id") String id) {
        factors.remove(me.id(), me.session(), parsed(id));
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("factor"));
    }
}
