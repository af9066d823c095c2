package org.coursewise.course.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that this replica has leased.
 *
 * @param attempt counts from 1
 * @param traceparent of the request that sent the file
 */
record ImportJob(
        UUID id, ImportKind kind, int attempt, @Nullable String traceparent) {}
