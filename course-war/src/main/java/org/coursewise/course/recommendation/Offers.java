package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.catalog.SeatsOpened;
import org.coursewise.course.hearing.ChangeWatch;
import org.coursewise.course.hearing.CourseHeard;
import org.coursewise.postgres.Sql;

/**
 * The courses that may be shown, in memory. A course that changed is read anew before the next answer: at once when this
 * replica changed it, else as soon as that is heard.
 */
@ApplicationScoped
class Offers {

    private static final String OFFER = """
            select id::text, code, title, status = 'published' and (capacity is null or enrolled < capacity) as has_seat,
                enroll_from, coalesce(enroll_until, ends_at) as enroll_until, category_paths, coalesce(level, '') as level,
                coalesce(language, '') as language, instructors, prerequisites, enrolled,
                case when status = 'published' then published_at end as published_at
            from course
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    ChangeWatch watch;

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Set<String> outdated = new HashSet<>();
    private boolean isAllOutdated = true;
    private volatile boolean isOutdated = true;
    private volatile long edition;
    private volatile Instant nextEdition = Instant.MIN;

    /**
     * A number that grows whenever another course may be shown, or one in another way. Reads from the database what is
     * outdated.
     */
    long edition() {
        watch.demandFresh();
        if (isOutdated || !clock.instant().isBefore(nextEdition)) {
            refresh();
        }
        return edition;
    }

    /** As of the last {@link #edition}. */
    Optional<Offer> find(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    /** As of the last {@link #edition}. */
    Stream<Offer> all() {
        return offers.values().stream();
    }

    /** Whether everybody may see it. */
    boolean isPublished(String id) {
        edition();
        return find(id).filter(offer -> offer.publishedAt() != null).isPresent();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) CourseChanged change) {
        var id = change.course();
        if (id == null) {
            allChanged();
        } else {
            changed(id.toString());
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) SeatsOpened change) {
        changed(change.course().toString());
    }

    void changed(@Observes CourseHeard change) {
        var id = change.course();
        if (id == null) {
            allChanged();
        } else {
            changed(id);
        }
    }

    private void changed(String id) {
        synchronized (outdated) {
            outdated.add(id);
            isOutdated = true;
        }
    }

    private void allChanged() {
        synchronized (outdated) {
            isAllOutdated = true;
            isOutdated = true;
        }
    }

    private synchronized void refresh() {
        boolean all;
        List<String> some;
        synchronized (outdated) {
            all = isAllOutdated;
            some = List.copyOf(outdated);
            outdated.clear();
            isAllOutdated = false;
        }
        var isOther = false;
        try {
            if (all) {
                isOther = keep(sql.query(OFFER, Offers::offer));
            } else if (!some.isEmpty()) {
                isOther = keep(sql.query(
                        OFFER + " where id = any (?::uuid[])", Offers::offer, "{" + String.join(",", some) + "}"));
            }
        } catch (RuntimeException e) {
            allChanged();
            throw e;
        }
        var now = clock.instant();
        if (isOther || !now.isBefore(nextEdition)) {
            nextEdition = offers.values().stream()
                    .flatMap(offer -> Stream.of(offer.from(), offer.until()))
                    .filter(Objects::nonNull)
                    .map(Instant.class::cast)
                    .filter(moment -> moment.isAfter(now))
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            edition++;
        }
        synchronized (outdated) {
            // not before it was read: whoever asks meanwhile waits for it
            isOutdated = isAllOutdated || !outdated.isEmpty();
        }
    }

    /** Tells whether any of them is to be shown in another way; courses are never deleted. */
    private boolean keep(List<Offer> read) {
        var isOther = false;
        for (var offer : read) {
            var before = offers.put(offer.id(), offer);
            isOther |= !offer.isShownAs(before);
        }
        return isOther;
    }

    private static Offer offer(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var title = row.getString("title");
        return new Offer(
                id,
                row.getString("code"),
                title,
                row.getBoolean("has_seat"),
                Sql.instant(row, "enroll_from"),
                Sql.instant(row, "enroll_until"),
                texts(row, "category_paths"),
                row.getString("level"),
                Locale.forLanguageTag(row.getString("language")).getLanguage(),
                CourseRuns.of(id, title, texts(row, "instructors")),
                texts(row, "prerequisites"),
                row.getInt("enrolled"),
                Sql.instant(row, "published_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
