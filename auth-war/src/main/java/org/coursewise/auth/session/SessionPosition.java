package org.coursewise.auth.session;

import java.time.Instant;
import java.util.UUID;

/** Where the next page of sessions begins. */
record SessionPosition(Instant createdAt, UUID id) {}
