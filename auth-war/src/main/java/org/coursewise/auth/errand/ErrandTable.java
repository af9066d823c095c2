package org.coursewise.auth.errand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.onetime.Pledge;
import org.coursewise.postgres.Sql;
import org.coursewise.trace.Span;
import org.coursewise.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/** The errands that wait. */
@ApplicationScoped
class ErrandTable {

    private static final String NEXT = "select * from errand order by tries, id limit 1 for update skip locked";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<ErrandRunner> runners;

    /** An errand in its row. */
    private record Waiting(long id, Errand errand, @Nullable String traceparent) {}

    void add(Errand errand) {
        var pledge = errand.pledge();
        sql.update(
                "insert into errand (kind, email, password_hash, display_name, locale, address, traceparent, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                errand.kind().name(),
                errand.email().value(),
                pledge == null ? null : pledge.passwordHash(),
                pledge == null ? null : pledge.profile().displayName(),
                pledge == null ? null : pledge.profile().locale(),
                errand.address(),
                TraceContext.currentTraceparent(),
                clock.instant());
    }

    /**
     * Does one that nobody else is doing. False when there is none.
     *
     * @throws ErrandFailedException with its id; nothing of it is done then
     */
    @Transactional
    boolean doNext() {
        var next = sql.query(NEXT, ErrandTable::waiting).stream().findFirst();
        next.ifPresent(this::finish);
        return next.isPresent();
    }

    /** It comes last from now on, so that it holds up no other. */
    void setBack(long id) {
        sql.update("update errand set tries = tries + 1 where id = ?", id);
    }

    private void finish(Waiting waiting) {
        var errand = waiting.errand();
        try (var span = Span.begin(Span.Kind.INTERNAL, "errand " + errand.kind(), waiting.traceparent())) {
            runner(errand).run(errand);
            sql.update("delete from errand where id = ?", waiting.id());
        } catch (RuntimeException e) {
            throw new ErrandFailedException(waiting.id(), e);
        }
    }

    private ErrandRunner runner(Errand errand) {
        return runners.stream()
                .filter(runner -> runner.kinds().contains(errand.kind()))
                .findFirst()
                .orElseThrow();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var email = new EmailAddress(row.getString("email"));
        var errand =
                new Errand(Errand.Kind.valueOf(row.getString("kind")), email, pledge(row), row.getString("address"));
        return new Waiting(row.getLong("id"), errand, row.getString("traceparent"));
    }

    private static @Nullable Pledge pledge(ResultSet row) throws SQLException {
        var hash = Optional.ofNullable(row.getString("password_hash"));
        var profile = new Profile(
                Optional.ofNullable(row.getString("display_name")).orElse(""),
                Optional.ofNullable(row.getString("locale")).orElse(""));
        return hash.map(known -> new Pledge(known, profile)).orElse(null);
    }
}
