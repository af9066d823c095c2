package org.coursewise.email.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.coursewise.email.message.Messages;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.preference.PreferencesView;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.rest.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own data, to take away. */
@Path("/messages/me/export")
@Tag(name = "Own data")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MyExportResource {

    @Inject
    Recipients recipients;

    @Inject
    Messages messages;

    @Inject
    Preferences preferences;

    @Inject
    Suppressions suppressions;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary = "Everything email holds on me",
            description = "Auth and course hold the rest: see /users/me/export and /learners/me/export.")
    @APIResponse(
            responseCode = "200",
            description = "One document",
            content = @Content(schema = @Schema(implementation = MailExport.class)))
    public MailExport export() {
        var me = caller.id();
        var now = clock.instant();
        var addresses = recipients.addressesOf(me, messages.addressesOf(me));
        return new MailExport(
                "email",
                now,
                me,
                recipients.find(me).map(MailExport.KnownRecipient::of).orElse(null),
                PreferencesView.of(preferences.of(me)),
                suppressions.of(addresses).stream()
                        .map(MailExport.HeldSuppression::of)
                        .toList(),
                messages.to(me, addresses, now).stream()
                        .map(MailExport.HeldMessage::of)
                        .toList());
    }
}
