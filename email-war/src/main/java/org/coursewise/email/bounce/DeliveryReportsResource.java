package org.coursewise.email.bounce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.email.message.Messages;
import org.coursewise.email.suppression.NoMailbox;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where a mail system hands on the reports that come back to our sender's address. Anybody can mail such a report there:
 * one counts only when it returns the Message-ID of a mail that we sent, which nobody but its recipient has seen.
 */
@Path("/messages/delivery-reports")
@Tag(name = "Messages")
@RolesAllowed({"admin", "emails:send"})
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryReportsResource {

    private static final int MOST_TRIES = 5;
    private static final Pattern OURS = Pattern.compile("<([0-9a-f-]{36})@[^<>@\\s]+>");

    @Inject
    Messages messages;

    @Inject
    Suppressions suppressions;

    @Inject
    Clock clock;

    /** What was made of a report. */
    @Schema(name = "DeliveryReportResult")
    record Result(
            @Schema(
                    description =
                            "bounced: the mail is now; unchanged: it was before, or the report says nothing final;"
                                    + " unknown: it is about no mail of ours",
                    enumeration = {"bounced", "unchanged", "unknown"},
                    examples = "bounced")
            String outcome) {}

    @POST
    @Consumes("message/rfc822")
    @Operation(
            summary = "Hand on a report that came back by mail",
            description = "A delivery status notification (RFC 3464), as it came. A mail that failed for good becomes"
                    + " bounced, and an address without a mailbox suppressed. The same report again changes nothing.")
    @RequestBody(
            required = true,
            description = "The whole mail",
            content =
                    @Content(
                            mediaType = "message/rfc822",
                            schema = @Schema(implementation = String.class),
                            example =
                                    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n…"))
    @APIResponse(
            responseCode = "200",
            description = "Read",
            content = @Content(schema = @Schema(implementation = Result.class)))
    @APIResponse(responseCode = "400", description = "No delivery report, or it does not say which mail it is about")
    public Result take(byte[] mail) {
        var report = DeliveryReport.read(mail)
                .orElseThrow(() -> ProblemException.invalidInput(
                        "", "must be a multipart/report (RFC 3464) that returns the mail or its headers"));
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var message = about(report);
            if (message.isEmpty()) {
                return new Result("unknown");
            }
            if (!report.isFailure() || message.get().status() != MessageStatus.SENT) {
                return new Result("unchanged");
            }
            if (messages.replace(message.get().returned(clock.instant(), report.asReply()))) {
                suppress(message.get(), report);
                return new Result("bounced");
            }
        }
        return new Result("unchanged");
    }

    private Optional<Message> about(DeliveryReport report) {
        var id = OURS.matcher(report.messageId());
        return id.matches() ? MessageId.parse(id.group(1)).flatMap(messages::find) : Optional.empty();
    }

    private void suppress(Message message, DeliveryReport report) {
        var to = message.content().to();
        if (to != null && NoMailbox.isSaidBy(report.asReply())) {
            suppressions.add(to, report.asReply(), clock.instant());
        }
    }
}
