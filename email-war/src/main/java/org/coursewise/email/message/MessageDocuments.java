package org.coursewise.email.message;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A message as MongoDB keeps it. */
final class MessageDocuments {

    static final String ID = "_id";
    static final String TO = "to";
    /** Of the address, for as long as that is there; documents of older releases have none. */
    static final String DOMAIN = "domain";

    static final String USER_ID = "userId";
    static final String TEMPLATE = "template";
    static final String VARIABLES = "variables";
    static final String SEALED = "sealedVariables";
    static final String STATUS = "status";
    /** There when the message goes before others; documents of older releases have none. */
    static final String URGENT = "urgent";

    static final String NEXT_ATTEMPT_AT = "nextAttemptAt";
    static final String LEASED_BY = "leasedBy";
    static final String CREATED_AT = "createdAt";
    /** Of the last step, for what is to be forgotten some time after it. */
    static final String CHANGED_AT = "changedAt";

    /** There is since then a step that others are to be told of; the rest is {@link MessageOutbox}'s. */
    static final String UNTOLD_SINCE = "untoldSince";
    /** How many lines of the history others have been told of. */
    static final String TOLD = "told";

    static final String HISTORY = "history";
    static final String VERSION = "version";

    private static final String TRACEPARENT = "traceparent";
    private static final String LOCALE = "locale";
    private static final String TRIAL = "trial";
    private static final String ATTEMPTS = "attempts";
    private static final String AT = "at";
    private static final String REPLY = "reply";

    /** What a message may have and lose again. */
    private static final List<String> OPTIONAL =
            List.of(TO, DOMAIN, USER_ID, SEALED, NEXT_ATTEMPT_AT, LEASED_BY, TRIAL);

    private MessageDocuments() {}

    static Document from(Message message) {
        var content = message.content();
        var history = message.history();
        var document = new Document(ID, message.id().value());
        putIfPresent(document, TO, content.to() == null ? null : content.to().value());
        putIfPresent(document, DOMAIN, content.to() == null ? null : content.domain());
        putIfPresent(document, USER_ID, content.userId());
        document.append(TEMPLATE, content.template())
                .append(LOCALE, content.locale())
                .append(VARIABLES, new Document(new HashMap<>(content.variables())));
        if (!content.sealedVariables().isEmpty()) {
            document.append(SEALED, new Document(new HashMap<>(content.sealedVariables())));
        }
        if (content.isUrgent()) {
            document.append(URGENT, true);
        }
        if (content.isTrial()) {
            document.append(TRIAL, true);
        }
        document.append(STATUS, message.status().wire()).append(ATTEMPTS, message.attempts());
        putIfPresent(
                document, NEXT_ATTEMPT_AT, message.nextAttemptAt() == null ? null : Date.from(message.nextAttemptAt()));
        putIfPresent(document, LEASED_BY, message.leasedBy());
        putIfPresent(document, TRACEPARENT, message.traceparent());
        return document.append(CREATED_AT, Date.from(message.createdAt()))
                .append(CHANGED_AT, Date.from(history.get(history.size() - 1).at()))
                .append(HISTORY, history.stream().map(MessageDocuments::from).toList())
                .append(VERSION, message.version());
    }

    /**
     * Makes of a message's document that of its next state. In the same write stands whether others are to be told of it:
     * there is no state that is stored and not told.
     */
    static Document change(Message next) {
        var fields = from(next);
        fields.remove(ID);
        var gone = new Document();
        OPTIONAL.stream().filter(field -> !fields.containsKey(field)).forEach(field -> gone.append(field, ""));
        if (next.status().isTold()) {
            fields.append(UNTOLD_SINCE, fields.getDate(CHANGED_AT));
        }
        var change = new Document("$set", fields);
        return gone.isEmpty() ? change : change.append("$unset", gone);
    }

    static Message toMessage(Document document) {
        var to = document.getString(TO);
        return new Message(
                new MessageId(document.get(ID, UUID.class)),
                new Content(
                        to == null ? null : new EmailAddress(to),
                        document.getString(USER_ID),
                        document.getString(TEMPLATE),
                        document.getString(LOCALE),
                        texts(document.get(VARIABLES, Document.class)),
                        texts(document.get(SEALED, Document.class)),
                        document.getBoolean(TRIAL, false)),
                status(document),
                document.getInteger(ATTEMPTS),
                instant(document.getDate(NEXT_ATTEMPT_AT)),
                document.getString(LEASED_BY),
                document.getList(HISTORY, Document.class).stream()
                        .map(MessageDocuments::toChange)
                        .toList(),
                document.getString(TRACEPARENT),
                document.getLong(VERSION));
    }

    static Document from(StatusChange change) {
        var document = new Document(STATUS, change.status().wire()).append(AT, Date.from(change.at()));
        putIfPresent(document, REPLY, change.reply());
        return document;
    }

    private static StatusChange toChange(Document document) {
        return new StatusChange(
                status(document), Objects.requireNonNull(instant(document.getDate(AT))), document.getString(REPLY));
    }

    private static MessageStatus status(Document document) {
        return MessageStatus.parse(document.getString(STATUS)).orElseThrow();
    }

    private static Map<String, String> texts(@Nullable Document document) {
        if (document == null) {
            return Map.of();
        }
        var texts = new HashMap<String, String>();
        document.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void putIfPresent(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
