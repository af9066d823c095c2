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
    private static final Map<Locale, ResourceBundle> TEXTS = THERE_ARE.stream()
            .collect(Collectors.toMap(
                    locale -> locale,
                    locale -> ResourceBundle.getBundle(
                            ReasonTexts.class.getPackageName() + ".reasons",
                            locale,
                            ReasonTexts.class.getClassLoader(),
                            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))));

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
        var text =
                MessageFormat.format(Objects.requireNonNull(TEXTS.get(locale)).getString(wording), about);
        return new RecommendationsView.Reason(code, text, courseId);
    }
}
