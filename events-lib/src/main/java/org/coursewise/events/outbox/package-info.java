/** The transactional outbox in a relational database, and the relay that carries it to Kafka. */
@NullMarked
package org.coursewise.events.outbox;

import org.jspecify.annotations.NullMarked;
