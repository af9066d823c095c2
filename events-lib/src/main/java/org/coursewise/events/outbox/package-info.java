/** The transactional outbox and inbox in a relational database, and the relay that carries the outbox to Kafka. */
@NullMarked
package org.coursewise.events.outbox;

import org.jspecify.annotations.NullMarked;
