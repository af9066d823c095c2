package org.coursewise.email.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.recipient.Recipient;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.template.Templates;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of each command ({@code email.command.v1}). The event's id is the message's: the same command again
 * finds the message there. A command that is not understood is no one else's either, and becomes a dead letter. One that
 * names a user and no address is for the address that the user has now, and for nobody once they were deleted.
 */
@Singleton
public final class SendCommands implements EventHandler {

    private static final String SEND_REQUESTED = "org.coursewise.email.command.send-requested";
    private static final String DEFAULT_LOCALE = "en";

    private final Templates templates;
    private final ContentRules rules;
    private final MessageIntake intake;
    private final Recipients recipients;

    record SendRequested(
            @Nullable String userId,
            @Nullable String to,
            @Nullable String template,
            @Nullable String locale,
            @Nullable Map<String, String> variables,
            @Nullable Map<String, String> sealedVariables) {

        SendRequested to(Recipient recipient) {
            var known = new HashMap<String, String>();
            known.put("displayName", recipient.displayName());
            if (variables != null) {
                known.putAll(variables);
            }
            return new SendRequested(
                    userId,
                    recipient.email(),
                    template,
                    locale == null ? recipient.locale() : locale,
                    known,
                    sealedVariables);
        }
    }

    @Inject
    public SendCommands(Templates templates, ContentRules rules, MessageIntake intake, Recipients recipients) {
        this.templates = templates;
        this.rules = rules;
        this.intake = intake;
        this.recipients = recipients;
    }

    @Override
    public void handle(Event command) {
        if (!command.type().equals(SEND_REQUESTED)) {
            throw new UnprocessableEventException("Not a command that is known: " + command.type());
        }
        var request = command.data(SendRequested.class);
        if (request.to() == null && request.userId() != null) {
            recipients.addressed(request.userId()).ifPresent(recipient -> send(command, request.to(recipient)));
        } else {
            send(command, request);
        }
    }

    private void send(Event command, SendRequested request) {
        if (request.to() == null || request.template() == null) {
            throw new UnprocessableEventException("template, and to or userId, have to be there");
        }
        var locale = request.locale() == null ? DEFAULT_LOCALE : request.locale();
        try {
            var content = rules.check(
                    request.to(),
                    request.userId(),
                    request.template(),
                    locale,
                    known(request.template(), request.variables()),
                    known(request.template(), request.sealedVariables()));
            intake.accept(new MessageId(command.id()), content);
        } catch (ProblemException e) {
            throw new UnprocessableEventException(e.errors().stream()
                    .map(error -> error.field() + " " + error.message())
                    .collect(Collectors.joining("; ")));
        }
    }

    /** Senders may be ahead of us: what our texts know nothing of yet is left out. */
    private Map<String, String> known(String template, @Nullable Map<String, @Nullable String> given) {
        var known = new HashMap<String, String>();
        if (given != null) {
            var used = templates.variables(template);
            given.forEach((name, value) -> {
                if (value != null && used.isPresent() && used.get().contains(name)) {
                    known.put(name, value);
                }
            });
        }
        return known;
    }
}
