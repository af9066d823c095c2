package org.coursewise.csv;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, its cells found by the names in the header. An empty cell is no cell; the apostrophe that
 * {@link CsvSheet} puts before formulas is none of its text.
 */
public final class CsvRow {

    /** Digits of the longest number that a {@code double} is. */
    private static final int LONGEST_NUMBER = 400;

    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?");
    static final char NOT_UTF_8 = '\uFFFF';

    private final NamedCsvRecord row;
    private final long line;
    private final @Nullable String complaint;

    /** @param complaint why the row cannot be read as it should */
    CsvRow(NamedCsvRecord row, long line, @Nullable String complaint) {
        this.row = row;
        this.line = line;
        this.complaint = complaint;
    }

    public long line() {
        return line;
    }

    /** @throws BadRowException when the row is not as the header says */
    public void check() {
        if (complaint != null) {
            throw new BadRowException(complaint);
        }
    }

    /** One line of text. */
    public Optional<String> text(String column, int longest) {
        var text = paragraphs(column, longest);
        if (text.filter(cell -> cell.chars().anyMatch(Character::isISOControl)).isPresent()) {
            throw new BadRowException(column, "must be one line, without tabs or other control characters");
        }
        return text;
    }

    public Optional<String> paragraphs(String column, int longest) {
        var text =
                row.findField(column).map(String::strip).map(Formulas::unescape).filter(cell -> !cell.isEmpty());
        text.ifPresent(cell -> check(column, cell, longest));
        return text;
    }

    /** Text as it stands, with the spaces at its ends and whatever signs are in it. */
    public Optional<String> verbatim(String column, int longest) {
        var text = row.findField(column).map(Formulas::unescape).filter(cell -> !cell.isEmpty());
        text.ifPresent(cell -> {
            checkLength(column, cell, longest);
            if (cell.indexOf(NOT_UTF_8) >= 0) {
                throw new BadRowException(column, "is not UTF-8");
            }
            if (cell.indexOf('\0') >= 0) {
                throw new BadRowException(column, "holds a control character");
            }
        });
        return text;
    }

    public String required(String column, int longest) {
        return text(column, longest).orElseThrow(() -> new BadRowException(column, "is empty"));
    }

    /** What is separated by {@code |} inside a cell: so many at most, each so long at most. */
    public Optional<List<String>> list(String column, int most, int longest) {
        return list(column, BAR, most, longest);
    }

    /** As {@link #list}, separated by commas; no item holds a {@code |}. */
    public Optional<List<String>> commaList(String column, int most, int longest) {
        var list = list(column, COMMA, most, longest);
        if (list.filter(items -> items.stream().anyMatch(item -> item.indexOf('|') >= 0))
                .isPresent()) {
            throw new BadRowException(column, "must not hold |");
        }
        return list;
    }

    private Optional<List<String>> list(String column, Pattern separator, int most, int longest) {
        var list = text(column, most * (longest + 3)).map(cell -> separator
                .splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList());
        list.ifPresent(parts -> {
            if (parts.size() > most) {
                throw new BadRowException(column, "holds more than " + most);
            }
            parts.forEach(part -> check(column, part, longest));
        });
        return list;
    }

    /** One of the allowed words. */
    public Optional<String> word(String column, String... allowed) {
        return text(column, 64).map(word -> {
            if (!Arrays.asList(allowed).contains(word)) {
                throw new BadRowException(column, "must be " + String.join(", ", allowed));
            }
            return word;
        });
    }

    /** An instant by RFC 3339, or a date, which begins at midnight UTC. */
    public @Nullable Instant instant(String column) {
        return text(column, 64).map(cell -> parsed(column, cell)).orElse(null);
    }

    /** The same of what has happened already. A day is allowed, for clocks and time zones. */
    public @Nullable Instant past(String column, Instant now) {
        var instant = instant(column);
        if (instant != null && instant.isAfter(now.plus(AHEAD))) {
            throw new BadRowException(column, "lies in the future");
        }
        return instant;
    }

    /** A number above zero. */
    public Optional<Double> positive(String column) {
        return text(column, LONGEST_NUMBER).map(cell -> {
            var number = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : 0;
            if (number <= 0 || Double.isInfinite(number)) {
                throw new BadRowException(column, "must be a number above 0");
            }
            return number;
        });
    }

    /** A whole number above zero. */
    public Optional<Integer> whole(String column) {
        return positive(column).map(number -> {
            if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
                throw new BadRowException(column, "must be a whole number above 0");
            }
            return number.intValue();
        });
    }

    private static void check(String column, String cell, int longest) {
        checkLength(column, cell, longest);
        for (var i = 0; i < cell.length(); i++) {
            var c = cell.charAt(i);
            if (c == NOT_UTF_8) {
                throw new BadRowException(column, "is not UTF-8");
            }
            if (isControl(c) && c != '\n' && c != '\r' && c != '\t') {
                throw new BadRowException(column, "holds a control character");
            }
        }
    }

    private static void checkLength(String column, String cell, int longest) {
        if (cell.length() > longest) {
            throw new BadRowException(column, "is longer than " + longest + " characters");
        }
    }

    /** Of ASCII alone: texts of several lines may hold the others, as in the API. */
    private static boolean isControl(int c) {
        return c < ' ' || c == 0x7F;
    }

    private static Instant parsed(String column, String cell) {
        try {
            var instant = cell.length() == 10
                    ? LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(cell.replace(' ', 'T')).toInstant();
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new BadRowException(column, "must be a date such as 2026-11-23 or 2026-11-23T08:00:00Z");
        }
        throw new BadRowException(column, "must be a date such as 2026-11-23 or 2026-11-23T08:00:00Z");
    }
}
