package org.coursewise.console.job;

import java.util.Map;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * How far a file is, and which of its rows were refused.
 *
 * @param state what the API says of the job
 * @param errors a page of lines with their reasons
 */
public record ImportJob(Map<String, Object> state, Answer errors) {

    /** Before it was asked for. */
    public static final ImportJob UNKNOWN = new ImportJob(Map.of(), new Answer(200, Map.of(), null, null));

    /** @param job where it is, below which are its errors */
    public static ImportJob of(Api api, Call job, @Nullable String cursor) {
        return new ImportJob(
                api.get(job).body(),
                api.get(job.below("errors").with("cursor", cursor).with("limit", 50)));
    }

    public boolean isGoing() {
        return Job.isGoing(state);
    }
}
