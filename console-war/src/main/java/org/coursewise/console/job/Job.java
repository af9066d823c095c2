package org.coursewise.console.job;

import java.util.Map;
import java.util.Set;

/** A job of the API as it says it stands. */
public final class Job {

    private static final Set<String> GOING = Set.of("queued", "running");

    private Job() {}

    /** Whether it has yet to end; a job that is not known has not. */
    public static boolean isGoing(Map<String, Object> job) {
        return GOING.contains(String.valueOf(job.get("status")));
    }
}
