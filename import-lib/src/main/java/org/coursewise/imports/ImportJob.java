package org.coursewise.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that this replica has leased.
 *
 * @param kind what its file is of, as the service calls it
 * @param attempt counts from 1
 * @param traceparent of the request that sent the file
 */
public record ImportJob(
        UUID id, String kind, int attempt, @Nullable String traceparent) {}
