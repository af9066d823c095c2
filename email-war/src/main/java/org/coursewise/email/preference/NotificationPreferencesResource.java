package org.coursewise.email.preference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.coursewise.rest.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people say which mails they want. */
@Path("/users/me/notification-preferences")
@Tag(name = "Notification preferences")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class NotificationPreferencesResource {

    @Inject
    Preferences preferences;

    @Inject
    Caller caller;

    /** What somebody says. */
    @Schema(name = "NotificationPreferencesRequest")
    record PreferencesRequest(
            @AssertTrue(message = "cannot be turned off")
            @Schema(description = "May be left out; nothing but true", examples = "true")
            @Nullable
            Boolean security,

            @NotNull @Schema(examples = "true") Boolean enrollment,

            @NotNull @Schema(examples = "true") Boolean recommendations) {}

    @GET
    @Operation(summary = "Which mails I get")
    @APIResponse(responseCode = "200", description = "What I said, and what holds where I said nothing")
    public PreferencesView get() {
        return PreferencesView.of(preferences.of(caller.id()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say which mails I want",
            description = "It holds for mails that are not sent yet, too: one that is not wanted becomes suppressed.")
    @APIResponse(responseCode = "204", description = "It holds from now on")
    public void set(@NotNull @Valid PreferencesRequest request) {
        preferences.set(
                caller.id(),
                Map.of(
                        Category.ENROLLMENT, request.enrollment(),
                        Category.RECOMMENDATIONS, request.recommendations()));
    }
}
