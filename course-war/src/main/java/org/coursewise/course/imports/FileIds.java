package org.coursewise.course.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.rest.id.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a file's rows. A row without one is known by names, such as course and title, and by which of these names it
 * is: the first, the second. So the same file makes the same ids.
 */
final class FileIds {

    /** They stay in memory until the end of the file. */
    private static final int MOST_NAMES = 100_000;

    private final String kind;
    private final Map<UUID, Integer> seen = new HashMap<>();

    /** @param kind of thing that the ids are of: other kinds have other ids */
    FileIds(String kind) {
        this.kind = kind;
    }

    /** @throws BadRowException for a cell that is no UUID */
    static @Nullable UUID read(CsvRow row, String column) {
        return row.text(column, 64)
                .map(cell -> Uuids.parse(cell).orElseThrow(() -> new BadRowException(column, "must be a UUID")))
                .orElse(null);
    }

    /** @throws BadRowException for a cell that is empty or no UUID */
    static UUID required(CsvRow row, String column) {
        var id = read(row, column);
        if (id == null) {
            throw new BadRowException(column, "is empty");
        }
        return id;
    }

    /**
     * The id that the row gives, or else the one that belongs to its names.
     *
     * @throws BadRowException for a cell that is no UUID, and when too many rows have none
     */
    UUID of(CsvRow row, String... names) {
        var given = read(row, "id");
        if (given != null) {
            return given;
        }
        var first = named(String.join("\n", names));
        if (!seen.containsKey(first) && seen.size() >= MOST_NAMES) {
            throw new BadRowException(
                    "id", "is empty in more than " + MOST_NAMES + " rows; send them as several files");
        }
        var nth = seen.merge(first, 1, Integer::sum);
        return nth == 1 ? first : named(first + "\n" + nth);
    }

    private UUID named(String name) {
        return UUID.nameUUIDFromBytes(("coursewise:" + kind + "\n" + name).getBytes(UTF_8));
    }
}
