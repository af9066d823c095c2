/** Idempotent answers in PostgreSQL; the table is made by the Flyway location {@code db/idempotency}. */
@NullMarked
package org.coursewise.rest.idempotency.sql;

import org.jspecify.annotations.NullMarked;
