package org.coursewise.course.curriculum;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a lesson may hold, by its kind. */
public final class LessonContent {

    /** In UTF-8. */
    public static final int LONGEST = 512 * 1024;

    private static final int LONGEST_URL = 2_000;

    private LessonContent() {}

    /** An address without needless spaces; text is left as it came. */
    public static String tidy(LessonKind kind, String content) {
        return kind.isElsewhere() ? content.strip() : content;
    }

    /** What is wrong with content that is tidy; empty when nothing is. */
    public static Optional<String> complaint(LessonKind kind, String content) {
        if (kind.isElsewhere() && !isSafeUrl(content)) {
            return Optional.of("must be an https URL for a " + kind.wireName());
        }
        return content.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.of("must have at most 512 KiB in UTF-8")
                : Optional.empty();
    }

    private static boolean isSafeUrl(String text) {
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    // a name before the host leads people astray
                    && uri.getUserInfo() == null
                    && text.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
