package org.coursewise.events.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.events.Event;

/** Says events outside a container, in the transaction of a connection; the service's relay carries them on. */
public final class OutboxWriter {

    private final Connection connection;

    /** @param connection without auto-commit: an event is said only if the change it tells of is */
    public OutboxWriter(Connection connection) {
        this.connection = connection;
    }

    /** Says an event when the transaction commits. */
    public void append(String topic, Event event) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "An event is said within a transaction, so that it is said only if it commits");
        }
        new OutboxTable(connection).append(topic, List.of(event));
    }
}
