package org.coursewise.rest.idempotency.sql;

import java.sql.SQLException;

/** The database failed; its cause says whether that passes. */
public final class IdempotencyStoreException extends RuntimeException {

    IdempotencyStoreException(SQLException cause) {
        super("The store of idempotent answers failed", cause);
    }
}
