package org.coursewise.auth.admin;

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
import jakarta.ws.rs.PATCH;
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
import org.coursewise.auth.account.EmailInput;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.account.UserView;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.language.LanguageTag;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Accounts, for administrators. */
@Path("/admin/users")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {

    @Inject
    UserAdministration users;

    @Inject
    MergePatch mergePatch;

    /** All the roles an account shall have. */
    @Schema(name = "RolesChange")
    public record RolesChange(
            @NotEmpty
            @Schema(description = "Of learner, instructor and admin", examples = "[\"learner\", \"instructor\"]")
            List<@NotNull String> roles) {}

    /** What may be changed. */
    @Schema(name = "UserChange")
    public record UserChange(
            @NotBlank @Schema(examples = "ada@example.org") String email,

            @NotBlank @Size(max = 100) @Schema(examples = "Ada King")
            String displayName,

            @NotBlank @Size(max = 35) @Schema(examples = "de-AT")
            String locale) {}

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
        return users.view(UserPath.parsed(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change address, display name or locale",
            description =
                    "An address set here counts as confirmed. Roles, lock and external id have paths of their own.")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserChange.class)))
    @APIResponse(responseCode = "200", description = "The account as it is now, with its new ETag")
    @APIResponse(responseCode = "409", description = "`address-taken`: another account has the address")
    public UserView change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull JsonNode patch) {
        var user = UserPath.parsed(id);
        var current = users.view(user);
        var change = mergePatch.apply(
                new UserChange(current.email(), current.displayName(), current.locale()), patch, UserChange.class);
        var profile = new Profile(
                Profile.checkedName(change.displayName()), LanguageTag.canonical("locale", change.locale()));
        return users.change(user, EmailInput.parsed(change.email()), profile, state -> ifMatch.demand(state.etag()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an account", description = "It can not be brought back.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "`last-admin`: nobody would be left to administer")
    public void delete(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        users.delete(UserPath.parsed(id), state -> ifMatch.demand(state.etag()));
    }

    @PUT
    @Path("/{id}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say which roles an account has",
            description =
                    "An instructor makes courses and changes those they teach. Admins may all, and need a second factor where one is demanded.")
    @APIResponse(responseCode = "204", description = "It has them; tokens issued from now on say so")
    @APIResponse(responseCode = "409", description = "`last-admin`: nobody would be left to administer")
    public void changeRoles(
            @PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull @Valid RolesChange change) {
        users.changeRoles(UserPath.parsed(id), roles(change), state -> ifMatch.demand(state.etag()));
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
}
