package org.coursewise.rest.idempotency.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.Reservation;

/**
 * Keeps them in PostgreSQL, in a table of the service's own database. Each call is one short transaction of its own:
 * call it where no other one is open.
 */
public final class SqlIdempotencyStore implements IdempotencyStore {

    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;

    /** A row is taken over when it has run out, or when whoever held it for the same request has died. */
    private static final String RESERVE = """
            INSERT INTO idempotent_request (id, fingerprint, holder, held_until, expires_at, caller)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
               SET fingerprint = excluded.fingerprint, holder = excluded.holder, held_until = excluded.held_until,
                   expires_at = excluded.expires_at, caller = excluded.caller, answer = NULL
             WHERE idempotent_request.expires_at <= ?
                OR (idempotent_request.answer IS NULL AND idempotent_request.held_until <= ?
                    AND idempotent_request.fingerprint = excluded.fingerprint)
            """;

    private static final String LOOK = "SELECT fingerprint, answer FROM idempotent_request WHERE id = ?";

    private static final String COMPLETE =
            "UPDATE idempotent_request SET answer = ? WHERE id = ? AND holder = ? AND answer IS NULL";

    private static final String RELEASE =
            "DELETE FROM idempotent_request WHERE id = ? AND holder = ? AND answer IS NULL";

    private static final String FORGET = "DELETE FROM idempotent_request WHERE caller = ?";

    private static final String SWEEP = """
            DELETE FROM idempotent_request
             WHERE id IN (SELECT id FROM idempotent_request WHERE expires_at <= ? LIMIT 1000 FOR UPDATE SKIP LOCKED)
            """;

    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    public SqlIdempotencyStore(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Reservation reserve(String id, String fingerprint, String caller) {
        sweepNowAndThen();
        var holder = UUID.randomUUID().toString();
        // the row in the way may be released between the two statements
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(id, fingerprint, holder, caller)) {
                return new Reservation.Granted(holder);
            }
            var other = look(id, fingerprint);
            if (other.isPresent()) {
                return other.get();
            }
        }
        return new Reservation.InProgress();
    }

    @Override
    public void complete(String id, String holder, String sealedAnswer) {
        run(COMPLETE, statement -> {
            statement.setString(1, sealedAnswer);
            statement.setString(2, id);
            statement.setString(3, holder);
            return statement.executeUpdate();
        });
    }

    @Override
    public void release(String id, String holder) {
        run(RELEASE, statement -> {
            statement.setString(1, id);
            statement.setString(2, holder);
            return statement.executeUpdate();
        });
    }

    @Override
    public void forget(String caller) {
        run(FORGET, statement -> {
            statement.setString(1, caller);
            return statement.executeUpdate();
        });
    }

    private boolean insert(String id, String fingerprint, String holder, String caller) {
        var now = clock.instant();
        return run(RESERVE, statement -> {
                    statement.setString(1, id);
                    statement.setString(2, fingerprint);
                    statement.setString(3, holder);
                    statement.setTimestamp(4, Timestamp.from(now.plus(LEASE)));
                    statement.setTimestamp(5, Timestamp.from(now.plus(KEPT)));
                    statement.setString(6, caller);
                    statement.setTimestamp(7, Timestamp.from(now));
                    statement.setTimestamp(8, Timestamp.from(now));
                    return statement.executeUpdate();
                })
                == 1;
    }

    private Optional<Reservation> look(String id, String fingerprint) {
        return run(LOOK, statement -> {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!rows.getString("fingerprint").equals(fingerprint)) {
                    return Optional.of(new Reservation.Reused());
                }
                var answer = rows.getString("answer");
                return Optional.of(answer == null ? new Reservation.InProgress() : new Reservation.Answered(answer));
            }
        });
    }

    private void sweepNowAndThen() {
        var now = clock.instant();
        var due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_PAUSE))) {
            run(SWEEP, statement -> {
                statement.setTimestamp(1, Timestamp.from(now));
                return statement.executeUpdate();
            });
        }
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IdempotencyStoreException(e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
