package org.coursewise.email.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages: ask for one, follow it, send it again. */
@Path("/messages")
@Tag(name = "Messages")
@RolesAllowed({"admin", "emails:send"})
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    private static final int MOST_TRIES = 5;

    @Inject
    Messages messages;

    @Inject
    MessageIntake intake;

    @Inject
    ContentRules rules;

    /** A line of a message's history. */
    @Schema(name = "MessageEvent")
    record EventView(
            @Schema(examples = "sent") String status,
            Instant at,

            @Schema(description = "What the SMTP server said", examples = "250 2.0.0 Ok") @Nullable
            String reply) {

        static EventView of(StatusChange change) {
            return new EventView(change.status().wire(), change.at(), change.reply());
        }
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for a mail", description = "It is stored when this is answered, and sent soon after.")
    @APIResponse(
            responseCode = "202",
            description = "Stored, and on its way",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    public Response send(@NotNull @Valid NewMessage request, @Context UriInfo uri) {
        var content = rules.check(
                request.to(), null, request.template(), request.localeOrDefault(), request.variablesOrNone(), Map.of());
        return accepted(intake.accept(new MessageId(UUID.randomUUID()), content), uri);
    }

    @GET
    @Operation(summary = "Messages, the newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A bad filter, limit or cursor")
    public Page<MessageView> list(
            @BeanParam PageRequest page,
            @QueryParam("status") @Parameter(description = "Only those that stand there") @Nullable String status,
            @QueryParam("to") @Parameter(description = "Only those to this address") @Nullable String to,
            @QueryParam("template") @Parameter(description = "Only those with this text") @Nullable String template) {
        var filter = new MessageFilter(parsedStatus(status), parsedAddress(to), template);
        var after = page.after(MessageCursor.class).orElse(null);
        return Page.of(messages.list(filter, after, page.rowsToFetch()), page, MessageCursor::of)
                .map(MessageView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One message")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "304", description = "As in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such message")
    public MessageView get(@PathParam("id") String id) {
        return MessageView.of(found(id));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "A message's history, the oldest first")
    @APIResponse(responseCode = "200", description = "All of it, on one page")
    @APIResponse(responseCode = "404", description = "There is no such message")
    public Page<EventView> events(@PathParam("id") String id) {
        return new Page<>(found(id).history().stream().map(EventView::of).toList(), null);
    }

    @POST
    @Idempotent
    @Path("/{id}/retries")
    @Operation(summary = "Send a deferred, bounced, suppressed or failed message again, at once")
    @APIResponse(
            responseCode = "202",
            description = "Queued again, with attempts counted anew",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "404", description = "There is no such message")
    @APIResponse(responseCode = "409", description = "message-not-retriable: it is on its way, sent or forgotten")
    public Response retry(@PathParam("id") String id, @Context UriInfo uri) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var message = found(id);
            if (!message.isRetriable()) {
                throw NotRetriableException.is(message.status());
            }
            if (!rules.isComplete(message.content())) {
                throw NotRetriableException.incomplete();
            }
            var queued = intake.retry(message);
            if (queued.isPresent()) {
                return accepted(queued.get(), uri);
            }
        }
        throw NotRetriableException.is(found(id).status());
    }

    private Message found(String id) {
        return MessageId.parse(id).flatMap(messages::find).orElseThrow(() -> ProblemException.notFound("message"));
    }

    private static Response accepted(Message message, UriInfo uri) {
        var location = uri.getBaseUriBuilder()
                .path(MessagesResource.class)
                .path(message.id().toString())
                .build();
        return Response.accepted(MessageView.of(message)).location(location).build();
    }

    private static @Nullable MessageStatus parsedStatus(@Nullable String status) {
        return status == null
                ? null
                : MessageStatus.parse(status)
                        .orElseThrow(() -> ProblemException.invalidInput("status", "is not a status of messages"));
    }

    private static @Nullable EmailAddress parsedAddress(@Nullable String to) {
        return to == null
                ? null
                : EmailAddress.parse(to)
                        .orElseThrow(() -> ProblemException.invalidInput("to", "is not a mail address"));
    }
}
