package org.coursewise.auth.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.token.Scope;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Machine clients, for administrators. */
@Path("/admin/clients")
@Tag(name = "Machine clients")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

    private static final String SCOPES =
            "must be catalog:write, learning:write, recommendations:read, emails:send or models:train";

    @Inject
    ClientAdministration clients;

    /** A client to be made. */
    @Schema(name = "ClientRequest")
    public record NewClient(
            @NotBlank @Size(max = 100) @Schema(examples = "Campus sync")
            String name,

            @NotEmpty @Schema(examples = "[\"catalog:write\"]")
            List<@NotNull String> scopes) {}

    /** That a secret is there and is used, never the secret itself. */
    @Schema(name = "ClientSecret")
    public record SecretView(
            String id,
            Instant createdAt,

            @Schema(description = "To a minute or so; null when it was never used", examples = "2026-11-27T09:30:00Z")
            @Nullable
            Instant lastUsedAt) {}

    /** A client as it is listed, without secrets. */
    @Schema(name = "Client")
    public record ClientView(
            String id,
            @Schema(examples = "client-q2XbM0hT7fJw9sLk") String clientId,
            @Schema(examples = "Campus sync") String name,
            @Schema(examples = "[\"catalog:write\"]") List<String> scopes,
            Instant createdAt,

            @Schema(description = "The oldest first; two at most")
            List<SecretView> secrets) {}

    /** A client with its secret, which is shown this once. */
    @Schema(name = "ClientWithSecret")
    public record ClientWithSecret(
            String id,
            @Schema(examples = "client-q2XbM0hT7fJw9sLk") String clientId,
            @Schema(examples = "q2X…43 characters") String clientSecret,
            @Schema(examples = "[\"catalog:write\"]") List<String> scopes) {}

    /** Where the next page of clients begins. */
    record Position(UUID id) {}

    @GET
    @Operation(summary = "Machine clients")
    @APIResponse(responseCode = "200", description = "One page, in order of the id")
    public Page<ClientView> list(@BeanParam PageRequest page) {
        var after = page.after(Position.class).map(Position::id);
        var rows = clients.list(after.orElse(null), page.rowsToFetch());
        return Page.of(rows, page, client -> new Position(client.id())).map(ClientsResource::view);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a machine client",
            description = "The secret is shown in this answer and never again. It takes no Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ClientWithSecret.class)))
    public Response create(@NotNull @Valid NewClient request) {
        return created(clients.create(request.name().strip(), scopes(request.scopes())));
    }

    @POST
    @Path("/{id}/secrets")
    @Operation(
            summary = "Give a client a second secret",
            description =
                    "Both are good until a third is made, which replaces the oldest: so a secret is rotated in peace.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ClientWithSecret.class)))
    public Response addSecret(@PathParam("id") String id) {
        return created(clients.addSecret(parsed(id)));
    }

    @DELETE
    @Path("/{id}/secrets/{secretId}")
    @Operation(
            summary = "Take a secret away from a client",
            description = "At once; tokens it was used for stay good until they expire. The last one may be taken too.")
    @APIResponse(responseCode = "204", description = "It is accepted no more")
    public void removeSecret(@PathParam("id") String id, @PathParam("secretId") String secret) {
        var parsed = Uuids.parse(secret).orElseThrow(ClientsResource::noSecret);
        if (!clients.removeSecret(parsed(id), parsed)) {
            throw noSecret();
        }
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a machine client")
    @APIResponse(
            responseCode = "204",
            description = "Removed; it gets no more tokens, and those it has are good no more: here at once, "
                    + "in the other services within a minute")
    public void delete(@PathParam("id") String id) {
        clients.delete(parsed(id));
    }

    private static Response created(ClientAdministration.Told told) {
        var client = told.client();
        return Response.status(Response.Status.CREATED)
                .entity(new ClientWithSecret(
                        client.id().toString(), client.clientId(), told.secret(), names(client.scopes())))
                .build();
    }

    private static ClientView view(MachineClient client) {
        return new ClientView(
                client.id().toString(),
                client.clientId(),
                client.name(),
                names(client.scopes()),
                client.createdAt(),
                client.secrets().stream()
                        .map(secret -> new SecretView(secret.id().toString(), secret.createdAt(), secret.lastUsedAt()))
                        .toList());
    }

    private static List<String> names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::wireName).sorted().toList();
    }

    private static Set<Scope> scopes(List<String> names) {
        var scopes = EnumSet.noneOf(Scope.class);
        names.forEach(name ->
                scopes.add(Scope.ofWireName(name).orElseThrow(() -> ProblemException.invalidInput("scopes", SCOPES))));
        return scopes;
    }

    private static ProblemException noSecret() {
        return ProblemException.notFound("secret");
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("client"));
    }
}
