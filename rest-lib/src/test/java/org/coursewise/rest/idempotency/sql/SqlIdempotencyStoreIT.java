package org.coursewise.rest.idempotency.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.Reservation;
import org.coursewise.rest.idempotency.Reservation.Granted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlIdempotencyStoreIT {

    private static final String ID = "a".repeat(64);
    private static final String CALLER = "e".repeat(64);
    private static final String ASKED = "b".repeat(64);
    private static final String ASKED_OTHERWISE = "c".repeat(64);

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final IdempotencyStore store = new SqlIdempotencyStore(database, new SettableClock());

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
        for (var name : List.of("V0_2__idempotent_request.sql", "V0_3__caller.sql")) {
            try (var script = SqlIdempotencyStore.class.getResourceAsStream("/db/idempotency/" + name)) {
                execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void forgetAll() throws SQLException {
        execute("TRUNCATE idempotent_request");
    }

    @Test
    void anAnswerIsKeptForADay() {
        store.complete(ID, granted().holder(), "sealed");
        pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(store.reserve(ID, ASKED, CALLER)).isEqualTo(new Reservation.Answered("sealed"));
        pass(Duration.ofSeconds(1));
        assertThat(store.reserve(ID, ASKED_OTHERWISE, CALLER)).isInstanceOf(Granted.class);
    }

    @Test
    void theKeyOfAnotherRequestIsReused() {
        var holder = granted().holder();
        assertThat(store.reserve(ID, ASKED_OTHERWISE, CALLER)).isInstanceOf(Reservation.Reused.class);
        store.complete(ID, holder, "sealed");
        assertThat(store.reserve(ID, ASKED_OTHERWISE, CALLER)).isInstanceOf(Reservation.Reused.class);
    }

    @Test
    void aHolderThatDiedIsFollowedByTheNextAndHeardNoMore() {
        var dead = granted().holder();
        assertThat(store.reserve(ID, ASKED, CALLER)).isInstanceOf(Reservation.InProgress.class);
        pass(IdempotencyStore.LEASE);
        var next = granted().holder();
        store.complete(ID, dead, "of the dead");
        store.release(ID, dead);
        assertThat(store.reserve(ID, ASKED, CALLER)).isInstanceOf(Reservation.InProgress.class);
        store.complete(ID, next, "sealed");
        assertThat(store.reserve(ID, ASKED, CALLER)).isEqualTo(new Reservation.Answered("sealed"));
    }

    @Test
    void whatWasReleasedMayBeTriedAtOnce() {
        store.release(ID, granted().holder());
        assertThat(store.reserve(ID, ASKED_OTHERWISE, CALLER)).isInstanceOf(Granted.class);
    }

    @Test
    void ofManyAtOnceOneIsGrantedIt() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Reservation> reserve = () -> store.reserve(ID, ASKED, CALLER);
            var granted = 0;
            for (var reservation :
                    pool.invokeAll(IntStream.range(0, 40).mapToObj(i -> reserve).toList())) {
                granted += reservation.get() instanceof Granted ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatRanOutIsSweptAway() throws SQLException {
        granted();
        pass(Duration.ofHours(25));
        store.reserve("d".repeat(64), ASKED, CALLER);
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM idempotent_request")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void ofACallerWhoIsForgottenNothingIsKept() throws SQLException {
        store.complete(ID, granted().holder(), "sealed");
        var atWork = store.reserve("d".repeat(64), ASKED, CALLER);
        store.reserve("f".repeat(64), ASKED, "0".repeat(64));

        store.forget(CALLER);
        store.complete("d".repeat(64), ((Granted) atWork).holder(), "too late");

        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT caller FROM idempotent_request")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("0".repeat(64));
            assertThat(rows.next()).isFalse();
        }
    }

    private Granted granted() {
        var reservation = store.reserve(ID, ASKED, CALLER);
        assertThat(reservation).isInstanceOf(Granted.class);
        return (Granted) reservation;
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private final class SettableClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
