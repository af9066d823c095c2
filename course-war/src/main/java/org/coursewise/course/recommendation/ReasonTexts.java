package org.coursewise.course.recommendation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reasons in words, in the languages there are. */
final class ReasonTexts {

    private static final List<Locale> THERE_ARE = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Map<Locale, Map<String, Wording>> TEXTS = THERE_ARE.stream()
            .collect(Collectors.toMap(
                    locale -> locale,
                    locale -> wordings(ResourceBundle.getBundle(
                            ReasonTexts.class.getPackageName() + ".reasons",
                            locale,
                            ReasonTexts.class.getClassLoader(),
                            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)))));

    /** What stands around the name of what the text is about; patterns are read once, and not for each of a list's reasons. */
    private record Wording(String before, String after, boolean isAbout) {

        private static final String NAME = "\u0000";

        static Wording of(String pattern) {
            var parts = MessageFormat.format(pattern, NAME).split(NAME, -1);
            if (parts.length > 2) {
                throw new IllegalArgumentException("A reason names one thing, once: " + pattern);
            }
            return new Wording(parts[0], parts[parts.length - 1], parts.length == 2);
        }

        String text(@Nullable String about) {
            return isAbout ? before + about + after : before;
        }
    }

    private ReasonTexts() {}

    /** The first of these languages that there is, else English. */
    static Locale of(List<Locale.LanguageRange> wanted) {
        var found = Locale.lookup(wanted, THERE_ARE);
        return found == null ? Locale.ENGLISH : found;
    }

    /** @param about what the text names, null when it names nothing */
    static RecommendationsView.Reason reason(
            Locale locale, String code, @Nullable String about, @Nullable String courseId) {
        var wording = code.equals("matches-your-interests") && about == null ? "matches-your-level" : code;
        var text = Objects.requireNonNull(
                        Objects.requireNonNull(TEXTS.get(locale)).get(wording))
                .text(about);
        return new RecommendationsView.Reason(code, text, courseId);
    }

    private static Map<String, Wording> wordings(ResourceBundle texts) {
        return texts.keySet().stream().collect(Collectors.toMap(key -> key, key -> Wording.of(texts.getString(key))));
    }
}
