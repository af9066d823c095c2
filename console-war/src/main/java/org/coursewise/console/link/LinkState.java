package org.coursewise.console.link;

import java.util.Locale;
import org.coursewise.console.api.ApiAnswer.Outcome;

/** Where a visitor stands; a page behind a link has a title and a text for each that it can be in. */
public enum LinkState {
    ASK,
    REFUSED,
    DONE,
    INVALID,
    UNREACHABLE;

    public static LinkState after(Outcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case INVALID_TOKEN -> INVALID;
            case REFUSED -> REFUSED;
            case UNREACHABLE -> UNREACHABLE;
        };
    }

    /** Whether there is still something to send. */
    public boolean open() {
        return this != DONE && this != INVALID;
    }

    /** The part of a text's key that stands for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
