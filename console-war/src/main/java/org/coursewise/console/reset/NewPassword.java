package org.coursewise.console.reset;

import java.util.Optional;

/**
 * A password as it was typed, twice. Only what every installation refuses is judged here, to say it in the visitor's
 * language; the API has the last word.
 */
record NewPassword(String typed, String repeated) {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 128;

    /** The key of what is wrong with it, if anything is. */
    Optional<String> complaint() {
        var length = typed.codePointCount(0, typed.length());
        if (length < MIN_LENGTH) {
            return Optional.of("reset.too-short");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("reset.too-long");
        }
        return typed.equals(repeated) ? Optional.empty() : Optional.of("reset.different");
    }

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
