package org.coursewise.console.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.stream.Collectors;
import org.coursewise.console.web.Language;
import org.jspecify.annotations.Nullable;

/** Times, numbers and shares as the reader's language writes them. Times are in UTC, as the whole platform's are. */
@Named("format")
@RequestScoped
public class Format {

    @Inject
    HttpServletRequest request;

    /** An RFC 3339 instant to the second; a dash where there is none. */
    public String time(@Nullable Object instant) {
        if (instant == null) {
            return "–";
        }
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                    .withLocale(Language.of(request))
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.parse(instant.toString()));
        } catch (DateTimeParseException e) {
            return instant.toString();
        }
    }

    /** A day, for labels. */
    public String day(@Nullable Object day) {
        return day == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Language.of(request))
                        .format(LocalDate.parse(day.toString()));
    }

    public String number(@Nullable Number number) {
        return number == null ? "–" : format(NumberFormat.getNumberInstance(Language.of(request)), number, 4);
    }

    /** A share of 1 in per cent. */
    public String share(@Nullable Number share) {
        return share == null ? "–" : format(NumberFormat.getPercentInstance(Language.of(request)), share, 1);
    }

    /** A list in one line. */
    public String list(@Nullable Object values) {
        return values instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    private static String format(NumberFormat format, Number number, int digits) {
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }
}
