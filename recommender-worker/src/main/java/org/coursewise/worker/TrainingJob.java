package org.coursewise.worker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job this worker has leased.
 *
 * @param attempt counts from 1
 * @param traceparent of the request that asked for it
 */
record TrainingJob(
        UUID id, long seed, int attempt, @Nullable String traceparent) {}
