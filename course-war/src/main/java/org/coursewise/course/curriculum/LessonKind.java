package org.coursewise.course.curriculum;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a lesson is; on the wire and in the database in lower case. */
public enum LessonKind {
    TEXT,
    VIDEO,
    LINK,
    QUIZ;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws java.util.NoSuchElementException for a name that is none */
    public static LessonKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether its content is an address elsewhere. */
    boolean isElsewhere() {
        return this == VIDEO || this == LINK;
    }
}
