package org.coursewise.email.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.Reservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoIdempotencyStoreIT {

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private final MovableClock clock = new MovableClock();
    private MongoIdempotencyStore store;

    @BeforeEach
    void emptyDatabase() {
        store = new MongoIdempotencyStore(MONGO.database(), clock);
    }

    @Test
    void theFirstIsGrantedAndLaterOnesGetItsAnswer() {
        var holder = granted("id", "same");
        assertThat(store.reserve("id", "same", "caller")).isEqualTo(new Reservation.InProgress());

        store.complete("id", holder, "answer");
        assertThat(store.reserve("id", "same", "caller")).isEqualTo(new Reservation.Answered("answer"));
        assertThat(store.reserve("id", "other", "caller")).isEqualTo(new Reservation.Reused());
        assertThat(store.reserve("another", "other", "caller")).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void whatWasReleasedMayBeTriedAgainAtOnce() {
        store.release("id", granted("id", "same"));
        granted("id", "same");
    }

    @Test
    void aDeadHolderIsSucceededAndCannotSpeakAnyMore() {
        var dead = granted("id", "same");
        clock.advance(IdempotencyStore.LEASE);
        assertThat(store.reserve("id", "other", "caller")).isEqualTo(new Reservation.Reused());
        var successor = granted("id", "same");

        store.complete("id", dead, "late");
        store.release("id", dead);
        store.complete("id", successor, "answer");
        assertThat(store.reserve("id", "same", "caller")).isEqualTo(new Reservation.Answered("answer"));
    }

    @Test
    void anAnswerIsKeptForADay() {
        store.complete("id", granted("id", "same"), "answer");
        clock.advance(IdempotencyStore.KEPT.minusSeconds(1));
        assertThat(store.reserve("id", "same", "caller")).isEqualTo(new Reservation.Answered("answer"));

        clock.advance(Duration.ofSeconds(1));
        granted("id", "other");
    }

    @Test
    void ofManyAtOnceOneIsGrantedIt() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var tasks = Stream.<Callable<Reservation>>generate(() -> () -> store.reserve("id", "same", "caller"))
                    .limit(40)
                    .toList();
            var granted = 0;
            for (var answer : threads.invokeAll(tasks)) {
                granted += answer.get() instanceof Reservation.Granted ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofACallerWhoIsForgottenNothingIsKept() {
        store.complete("id", granted("id", "same"), "answer");
        store.reserve("another", "same", "somebody else");

        store.forget("caller");

        granted("id", "same");
        assertThat(store.reserve("another", "same", "somebody else")).isEqualTo(new Reservation.InProgress());
    }

    private String granted(String id, String fingerprint) {
        var reservation = store.reserve(id, fingerprint, "caller");
        assertThat(reservation).isInstanceOf(Reservation.Granted.class);
        return ((Reservation.Granted) reservation).holder();
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
