package org.coursewise.events.outbox;

import java.sql.SQLException;

/** The database did not take an event, or did not tell about them. */
public final class OutboxException extends RuntimeException {

    OutboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
