package org.coursewise.email.deadletter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewise.events.consumer.DeadLetterBox.Letter;
import org.coursewise.events.consumer.DeadLetterBox.Place;

/** Names a dead letter by where it lies, as in {@code email.command.v1~2~17}. */
record LetterId(Place place, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9.-]{1,200})~(\\d{1,9})~(\\d{1,18})");

    static LetterId of(Letter letter) {
        return new LetterId(letter.place(), letter.offset());
    }

    static Optional<LetterId> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new LetterId(
                        new Place(parts.group(1), Integer.parseInt(parts.group(2))), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return place.topic() + "~" + place.partition() + "~" + offset;
    }
}
