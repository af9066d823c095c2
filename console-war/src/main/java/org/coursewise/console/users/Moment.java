package org.coursewise.console.users;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.coursewise.console.users.Names.Who;

/**
 * Something that happened to a person or that they did, whichever service knows of it.
 *
 * @param id for a source that may tell the same twice
 * @param kind event, mail or enrolment
 * @param by who did it; without a name where that goes without saying
 */
public record Moment(Instant at, String id, String kind, String what, String link, Who by, String details) {

    /**
     * The newest of all, the newest first, each once. It is right when no source holds back one of its own newest
     * {@code most}.
     */
    static List<Moment> newest(int most, Collection<Moment> all) {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Moment::at)
                        .thenComparing(Moment::id)
                        .reversed())
                .limit(most)
                .toList();
    }
}
