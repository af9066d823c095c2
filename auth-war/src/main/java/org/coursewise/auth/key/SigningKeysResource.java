package org.coursewise.auth.key;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.coursewise.rest.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys that sign access tokens, for administrators. */
@Path("/admin/signing-keys")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysResource {

    @Inject
    SigningKeys keys;

    @Inject
    KeyRotation rotation;

    @Inject
    Clock clock;

    /** A key, without its secret half. */
    @Schema(name = "SigningKey")
    public record SigningKeyView(
            @Schema(
                    description = "The kid in the head of tokens",
                    examples = "8d2hXyOqjIBT1hM0xvUfIy0vFqQq2mQ9m3Jd0tW8l0c")
            String kid,

            @Schema(examples = "ES256") String algorithm,

            @Schema(
                    description = "next: published, signs later; signing; retired: published for the tokens it signed",
                    enumeration = {"next", "signing", "retired"},
                    examples = "signing")
            String status,

            Instant createdAt,

            @Schema(description = "From when on it signs; absent while it waits for a rotation") @Nullable
            Instant signsFrom,

            @Schema(description = "When it is withdrawn, once another has taken its place") @Nullable
            Instant withdrawnAt) {}

    @GET
    @Operation(summary = "The keys that sign access tokens")
    @APIResponse(responseCode = "200", description = "All that are published, the newest first")
    public Page<SigningKeyView> list() {
        var views = keys.ring().keys().stream()
                .sorted(Comparator.comparing(KeyRing.Key::createdAt).reversed())
                .map(this::view)
                .toList();
        return new Page<>(views, null);
    }

    @POST
    @Operation(
            summary = "Rotate: the next key signs from now on",
            description =
                    "It has been published for long, so no verifier misses it; another is made to come after it. Asked for twice"
                            + " within minutes, the second key signs only once verifiers can know it: see signsFrom.")
    @APIResponse(
            responseCode = "201",
            description = "The key that signs from signsFrom on",
            content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    public Response rotate() {
        keys.show(rotation.rotate());
        var promoted = keys.ring().keys().stream()
                .filter(key -> key.signsFrom() != null)
                .max(Comparator.comparing(key -> Objects.requireNonNull(key.signsFrom())))
                .orElseThrow();
        return Response.status(Response.Status.CREATED).entity(view(promoted)).build();
    }

    @DELETE
    @Path("/{kid}")
    @Operation(
            summary = "Withdraw a key that may be in wrong hands",
            description =
                    "What it signed is refused everywhere within seconds; people's clients refresh or log in again."
                            + " Was it the one that signs, the next does so at once.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void revoke(@PathParam("kid") String kid) {
        keys.show(rotation.revoke(kid));
    }

    private SigningKeyView view(KeyRing.Key key) {
        var ring = keys.ring();
        return new SigningKeyView(
                key.id(),
                "ES256",
                ring.status(key, clock.instant()).wireName(),
                key.createdAt(),
                key.signsFrom(),
                ring.leavesAt(key).orElse(null));
    }
}
