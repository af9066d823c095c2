package org.coursewise.auth.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.UserView;
import org.coursewise.auth.caller.Person;
import org.coursewise.auth.device.CallingDevice;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.password.PasswordRules;
import org.coursewise.auth.throttle.OwnPassword;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;

/** A person's own account. */
@Path("/users/me")
@Tag(name = "Own account")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    MyAccount account;

    @Inject
    Person me;

    @Inject
    MergePatch mergePatch;

    @Inject
    PasswordRules rules;

    @Inject
    PasswordHashes hashes;

    @Inject
    OwnPassword ownPassword;

    @Inject
    CallingDevice device;

    /** What may be changed. */
    @Schema(name = "ProfileChange")
    public record ProfileChange(
            @NotBlank @Size(max = 100) @Schema(examples = "Ada King")
            String displayName,

            @NotBlank @Size(max = 35) @Schema(examples = "de-AT")
            String locale) {}

    /** The password as it is, and as it shall be. */
    @Schema(name = "PasswordChange")
    public record PasswordChange(
            @NotNull @Schema(examples = "correct horse battery staple")
            String currentPassword,

            @NotNull @Schema(minLength = 8, maxLength = 128, examples = "seven otters sing at dawn")
            String newPassword) {}

    @GET
    @Operation(summary = "Who am I?")
    @APIResponse(responseCode = "200", description = "The account, with its ETag")
    public UserView get() {
        return account.view(me.id());
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change display name or locale")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfileChange.class)))
    @APIResponse(responseCode = "200", description = "The account as it is now, with its new ETag")
    public UserView change(@BeanParam IfMatch ifMatch, @NotNull JsonNode patch) {
        var current = account.view(me.id()).profile();
        var change = mergePatch.apply(
                new ProfileChange(current.displayName(), current.locale()), patch, ProfileChange.class);
        var profile = new Profile(
                Profile.checkedName(change.displayName()), LanguageTag.canonical("locale", change.locale()));
        return account.rename(me.id(), profile, state -> ifMatch.demand(state.etag()));
    }

    @DELETE
    @Operation(
            summary = "Delete my account",
            description = "It can not be brought back. Every service erases what it holds within a minute.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "`last-admin`: nobody would be left to administer")
    public void delete(@BeanParam IfMatch ifMatch) {
        account.delete(me.id(), state -> ifMatch.demand(state.etag()));
    }

    @PUT
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change my password; the other sessions end",
            description = "A change of address that is on its way is given up. Failures count as failed log-ins do.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "429", description = "`throttled`: too many wrong passwords")
    public void changePassword(@NotNull @Valid PasswordChange change) {
        var email = ownPassword.demand(me.id(), change.currentPassword());
        rules.check("newPassword", change.newPassword(), email);
        account.changePassword(me.id(), me.session(), hashes.hash(change.newPassword()), device.now());
    }
}
