package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.postgres.Sql;

/**
 * The courses that may be shown. A picture of all of them, some moments old, narrows the choice; what is shown in the end
 * is read from the database in that moment, so that no course that was just filled or withdrawn is ever recommended.
 */
@ApplicationScoped
class Offers {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String OFFER = """
            select id::text, code, title, status = 'published' and (capacity is null or enrolled < capacity)
                    and coalesce(enroll_from <= now(), true) and coalesce(coalesce(enroll_until, ends_at) > now(), true) as open,
                prerequisites, enrolled, published_at
            from course
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private volatile Picture picture = new Picture(Instant.MIN, Map.of());

    private record Picture(Instant at, Map<String, Offer> offers) {}

    /** All by id, as they were some moments ago. */
    Map<String, Offer> recent() {
        var now = clock.instant();
        var known = picture;
        if (known.at().isBefore(now.minus(FRESH))) {
            known = new Picture(now, byId(sql.query(OFFER, Offers::offer)));
            picture = known;
        }
        return known.offers();
    }

    /** These by id, as they are now. */
    Map<String, Offer> now(Collection<String> ids) {
        return byId(sql.query(OFFER + " where id = any (?::uuid[])", Offers::offer, literal(ids)));
    }

    /** Whether everybody may see it. */
    boolean isPublished(String id) {
        return !sql.query("select 1 from course where id = ?::uuid and status = 'published'", row -> row.getInt(1), id)
                .isEmpty();
    }

    /** Open ones, the most taken first. */
    List<Offer> popular(int limit) {
        return sql.query(
                "select * from (" + OFFER + ") as offers where open order by enrolled desc, code limit ?",
                Offers::offer,
                limit);
    }

    /** Open ones, the latest first. */
    List<Offer> latest(int limit) {
        return sql.query(
                "select * from (" + OFFER + ") as offers where open order by published_at desc, code limit ?",
                Offers::offer,
                limit);
    }

    /** Ids are UUIDs and need no quotes. */
    private static String literal(Collection<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    private static Map<String, Offer> byId(List<Offer> offers) {
        var byId = new LinkedHashMap<String, Offer>(offers.size() * 2);
        offers.forEach(offer -> byId.put(offer.id(), offer));
        return byId;
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                List.of((String[]) row.getArray(5).getArray()),
                row.getInt(6));
    }
}
