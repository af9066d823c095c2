package org.coursewise.settings;

import java.util.List;

/** Settings that are missing or malformed, all of them at once, each named by its key. */
public final class InvalidSettingsException extends RuntimeException {

    private final List<String> problems;

    InvalidSettingsException(List<String> problems) {
        super("Cannot start: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence a setting, each with the key and what to do. */
    public List<String> problems() {
        return problems;
    }
}
