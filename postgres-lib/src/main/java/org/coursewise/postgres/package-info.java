/** What every service on PostgreSQL shares: its schema, its readiness, its outbox and its kept answers. */
@NullMarked
package org.coursewise.postgres;

import org.jspecify.annotations.NullMarked;
