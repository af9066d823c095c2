package org.coursewise.email.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a mail is about, as far as people may turn it off. Each template belongs to one. */
public enum Category {
    /** Whatever guards an account: always sent. */
    SECURITY(true),
    /** One's own learning. */
    ENROLLMENT(true),
    /** What one may like to learn: only for those who asked for it. */
    RECOMMENDATIONS(false);

    private static final Set<String> ABOUT_LEARNING =
            Set.of("welcome", "enrollment-confirmation", "waiting-list", "course-completed");
    private static final Set<String> ABOUT_MORE = Set.of("recommendation-digest");

    private final boolean isOnByDefault;

    Category(boolean isOnByDefault) {
        this.isOnByDefault = isOnByDefault;
    }

    /** A template that is not known here is nobody's to turn off: rather one mail too many than a reset that never comes. */
    public static Category of(String template) {
        if (ABOUT_LEARNING.contains(template)) {
            return ENROLLMENT;
        }
        return ABOUT_MORE.contains(template) ? RECOMMENDATIONS : SECURITY;
    }

    public static Optional<Category> parse(String wire) {
        return Arrays.stream(values())
                .filter(category -> category.wire().equals(wire))
                .findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean canBeTurnedOff() {
        return this != SECURITY;
    }

    boolean isOnByDefault() {
        return isOnByDefault;
    }
}
