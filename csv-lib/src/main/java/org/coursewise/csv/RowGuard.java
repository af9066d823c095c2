package org.coursewise.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Watches a CSV file go by, for what its parser does not tell: a quote that is never closed, which swallows all that
 * follows, one that is closed too early, and a row too long to be one. Such a row is cut, and known by the line the parser finds it on.
 */
final class RowGuard extends FilterReader {

    private static final int NOTHING = -1;

    private enum Place {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_QUOTED
    }

    private final int longestRow;
    private final Set<Long> cutRows = new HashSet<>();
    private final Set<Long> misquotedRows = new HashSet<>();
    /** From a line of the parser's on: how many lines it did not see. */
    private final TreeMap<Long, Long> shifts = new TreeMap<>(Map.of(0L, 0L));

    private Place place = Place.CELL_START;
    private char last;
    private long line = 1;
    private long unseenLines;
    private long rowLine = 1;
    private int rowLength;

    /** @param longestRow in characters */
    RowGuard(Reader file, int longestRow) {
        super(file);
        this.longestRow = longestRow;
    }

    /** Whether the file, as far as it was read, ends inside quotes. */
    boolean endsInsideQuotes() {
        return place == Place.QUOTED;
    }

    /** @param parsedLine where the parser says that a row begins */
    boolean wasCut(long parsedLine) {
        return cutRows.contains(parsedLine);
    }

    /** @param parsedLine where the parser says that a row begins */
    boolean wasAnyCutBefore(long parsedLine) {
        return cutRows.stream().anyMatch(cut -> cut < parsedLine);
    }

    /** Whether something stands between a closing quote and the next comma; asked once for a row. */
    boolean wasMisquoted(long parsedLine) {
        return misquotedRows.remove(parsedLine);
    }

    /** The line of the file that the parser counts as {@code parsedLine}. */
    long lineOf(long parsedLine) {
        return parsedLine + shifts.floorEntry(parsedLine).getValue();
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (true) {
            var count = super.read(into, offset, length);
            if (count <= 0) {
                return count;
            }
            var kept = offset;
            for (var i = offset; i < offset + count; i++) {
                var passing = pass(into[i]);
                if (passing != NOTHING) {
                    into[kept++] = (char) passing;
                }
            }
            if (kept > offset) {
                return kept - offset;
            }
        }
    }

    /** What the parser gets for a character. */
    private int pass(char c) {
        var isBreak = c == '\n' || c == '\r';
        var isNewLine = isBreak && !(c == '\n' && last == '\r');
        var wasQuoted = place == Place.QUOTED;
        last = c;
        place = next(c, isBreak);
        if (isNewLine) {
            line++;
        }
        if (isBreak && !wasQuoted) {
            beginRow();
            return c;
        }
        if (place == Place.AFTER_QUOTED) {
            // the parser would end here; the row is refused, whatever it holds
            misquotedRows.add(rowLine);
            return NOTHING;
        }
        if (rowLength >= longestRow) {
            unseenLines += isNewLine ? 1 : 0;
            return NOTHING;
        }
        if (++rowLength < longestRow) {
            return c;
        }
        cutRows.add(rowLine);
        return wasQuoted ? '"' : NOTHING;
    }

    private void beginRow() {
        rowLine = line - unseenLines;
        rowLength = 0;
        if (shifts.lastEntry().getValue() < unseenLines) {
            shifts.put(rowLine, unseenLines);
        }
    }

    private Place next(char c, boolean isBreak) {
        return switch (place) {
            case QUOTED -> c == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? Place.QUOTED : afterQuoted(c, isBreak);
            case AFTER_QUOTED -> afterQuoted(c, isBreak);
            case CELL_START -> c == '"' ? Place.QUOTED : outside(c, isBreak);
            case PLAIN -> outside(c, isBreak);
        };
    }

    private static Place afterQuoted(char c, boolean isBreak) {
        return c == ',' || isBreak ? Place.CELL_START : Place.AFTER_QUOTED;
    }

    private static Place outside(char c, boolean isBreak) {
        return c == ',' || isBreak ? Place.CELL_START : Place.PLAIN;
    }
}
