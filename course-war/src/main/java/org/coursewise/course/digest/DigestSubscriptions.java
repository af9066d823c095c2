package org.coursewise.course.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/** Who gets the mail, and when the next one is due; it goes with them. */
@ApplicationScoped
public class DigestSubscriptions {

    /** Who has asked before keeps their time. */
    private static final String BEGIN = """
            insert into digest_subscription (learner, locale, next_at) values (?, ?, ?)
            on conflict (learner) do update set locale = coalesce(excluded.locale, digest_subscription.locale)
            """;

    /** Nobody else takes it until the transaction ends. */
    private static final String DUE = """
            select learner, locale, next_at, last_mail from digest_subscription where next_at <= ?
            order by next_at limit 1 for update skip locked
            """;

    @Inject
    Sql sql;

    @Inject
    Erasures erasures;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /**
     * A subscription as it stands.
     *
     * @param lastMail the id of the last mail; null before the first
     */
    public record Subscription(
            String learner,
            @Nullable String locale,
            Instant nextAt,
            @Nullable UUID lastMail) {}

    /** Nothing for somebody who was erased: a fact that comes late brings nobody back. */
    @Transactional
    void begin(String learner, @Nullable String locale) {
        if (!erasures.holdsErased(learner)) {
            sql.update(BEGIN, learner, locale, settings.digestTimes().next(learner, clock.instant()));
        }
    }

    void end(String learner) {
        sql.update("delete from digest_subscription where learner = ?", learner);
    }

    /** One that is due, until the transaction ends this caller's alone. */
    @Transactional(TxType.MANDATORY)
    Optional<Subscription> takeDue(Instant now) {
        return sql.query(DUE, DigestSubscriptions::subscription, now).stream().findFirst();
    }

    /** @param mail the one that was asked for last */
    @Transactional(TxType.MANDATORY)
    void goOn(String learner, Instant nextAt, @Nullable UUID mail) {
        sql.update(
                "update digest_subscription set next_at = ?, last_mail = ? where learner = ?", nextAt, mail, learner);
    }

    /** What a person gets; empty when they asked for nothing. */
    public Optional<Subscription> of(String learner) {
        return sql
                .query(
                        "select * from digest_subscription where learner = ?",
                        DigestSubscriptions::subscription,
                        learner)
                .stream()
                .findFirst();
    }

    void erase(@Observes LearnerLeft left) {
        end(left.learner());
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("learner"),
                row.getString("locale"),
                Objects.requireNonNull(Sql.instant(row, "next_at")),
                row.getObject("last_mail", UUID.class));
    }
}
