package org.coursewise.course.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.coursewise.course.review.ModeratedReview.Decision;
import org.coursewise.course.review.ModeratedReview.Report;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/** Reviews as moderators see them, with what was reported and decided. */
@ApplicationScoped
class ReviewCases {

    private static final String REPORTED = """
            select review.*, code from review join course on course.id = course_id
            where rating is not null and not hidden and (written_at, review.id) < (?::timestamptz, ?::uuid)
                and exists (select 1 from review_report where review_id = review.id and not settled)
            order by written_at desc, review.id desc limit ?
            """;

    private static final String HIDDEN = """
            select review.*, code from review join course on course.id = course_id
            where rating is not null and hidden and (written_at, review.id) < (?::timestamptz, ?::uuid)
            order by written_at desc, review.id desc limit ?
            """;

    /** The latest twenty of each. */
    private static final String REPORTS = """
            select latest.* from unnest(?) as wanted (id) cross join lateral (
                select * from review_report where review_id = wanted.id order by reported_at desc, reporter limit 20) as latest
            order by reported_at desc, reporter
            """;

    private static final String DECISIONS = """
            select * from review_moderation where review_id = any (?) order by id desc
            """;

    @Inject
    Sql sql;

    /** A review and the code of its course. */
    record Entry(Review review, String courseCode) {}

    List<Entry> reported(Reviews.@Nullable Position after, int limit) {
        return page(REPORTED, after, limit);
    }

    List<Entry> hidden(Reviews.@Nullable Position after, int limit) {
        return page(HIDDEN, after, limit);
    }

    private List<Entry> page(String select, Reviews.@Nullable Position after, int limit) {
        return sql.query(
                select,
                row -> new Entry(Review.read(row), row.getString("code")),
                Reviews.Position.timeBound(after),
                Reviews.Position.idBound(after),
                limit);
    }

    List<ModeratedReview> complete(List<Entry> entries) {
        var ids = entries.stream().map(entry -> entry.review().id().value()).toArray(UUID[]::new);
        var reports = byReview(REPORTS, ReviewCases::report, ids);
        var decisions = byReview(DECISIONS, ReviewCases::decision, ids);
        return entries.stream()
                .map(entry -> {
                    var id = entry.review().id().value();
                    return ModeratedReview.of(
                            entry, reports.getOrDefault(id, List.of()), decisions.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private <T> Map<UUID, List<T>> byReview(String select, Sql.Reading<T> reading, UUID[] ids) {
        return sql
                .query(select, row -> Map.entry(row.getObject("review_id", UUID.class), reading.read(row)), (Object)
                        ids)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("reason"),
                Objects.requireNonNull(Sql.instant(row, "reported_at")),
                row.getBoolean("settled"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                ReviewStatus.of(row.getString("decision")),
                row.getString("moderator"),
                Objects.requireNonNull(Sql.instant(row, "decided_at")));
    }
}
