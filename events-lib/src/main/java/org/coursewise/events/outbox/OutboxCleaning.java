package org.coursewise.events.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deletes rows that are older than anyone asks for, a few at a time. */
final class OutboxCleaning {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int ROWS = 5_000;
    /** Longer than Kafka keeps a record, dead letters included: an event that is older does not come again. */
    private static final Duration INBOX_RETENTION = Duration.ofDays(60);

    private final Duration retention;
    private final Clock clock;
    private @Nullable Instant last;

    OutboxCleaning(Duration retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    void cleanIfDue(OutboxTable table) throws SQLException {
        var now = clock.instant();
        if (last != null && now.isBefore(last.plus(PERIOD))) {
            return;
        }
        var published = table.prunePublished(now.minus(retention), ROWS);
        var handled = table.pruneHandled(now.minus(INBOX_RETENTION), ROWS);
        // where there is more, the next turn goes on
        last = published < ROWS && handled < ROWS ? now : null;
    }
}
