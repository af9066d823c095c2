package org.coursewise.auth.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.account.AccountFilter;
import org.coursewise.auth.account.AccountStatus;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators. */
@Path("/admin/users")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {

    @Inject
    UserAdministration users;

    /** All the roles an account shall have. */
    @Schema(name = "RolesChange")
    public record RolesChange(
            @NotEmpty @Schema(examples = "[\"learner\", \"instructor\"]")
            List<@NotNull String> roles) {}

    /** Where the next page of accounts begins. */
    record Position(UUID id) {}

    @GET
    @Operation(summary = "Find accounts")
    @APIResponse(responseCode = "200", description = "One page, in order of the id")
    public Page<UserView> list(
            @Parameter(description = "Part of the address or name", example = "ada") @QueryParam("query") @Nullable
                    String text,
            @Parameter(description = "learner, instructor or admin", example = "admin") @QueryParam("role") @Nullable
                    String role,
            @Parameter(description = "pending, active or locked", example = "locked") @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new AccountFilter(
                text,
                role == null ? null : role(role).orElseThrow(() -> unknown("role", "learner, instructor or admin")),
                status == null ? null : status(status));
        var after = page.after(Position.class).map(position -> new UserId(position.id()));
        var rows = users.search(filter, after.orElse(null), page.rowsToFetch());
        return Page.of(rows, page, row -> new Position(UUID.fromString(row.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One account")
    @APIResponse(responseCode = "200", description = "The account, with its ETag")
    public UserView get(@PathParam("id") String id) {
        return users.view(parsed(id));
    }

    @PUT
    @Path("/{id}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which roles an account has")
    @APIResponse(responseCode = "204", description = "It has them; tokens issued from now on say so")
    @APIResponse(responseCode = "409", description = "`last-admin`: nobody would be left to administer")
    public void changeRoles(
            @PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull @Valid RolesChange change) {
        users.changeRoles(parsed(id), roles(change), state -> ifMatch.demand(state.etag()));
    }

    private static Set<Role> roles(RolesChange change) {
        var roles = EnumSet.noneOf(Role.class);
        change.roles()
                .forEach(name ->
                        roles.add(role(name).orElseThrow(() -> unknown("roles", "learner, instructor or admin"))));
        return roles;
    }

    private static Optional<Role> role(String name) {
        return Role.ofWireName(name);
    }

    private static AccountStatus status(String name) {
        return Arrays.stream(AccountStatus.values())
                .filter(status -> status.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("status", "pending, active or locked"));
    }

    private static ProblemException unknown(String field, String known) {
        return ProblemException.invalidInput(field, "must be " + known);
    }

    private static UserId parsed(String id) {
        return UserId.parse(id).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
