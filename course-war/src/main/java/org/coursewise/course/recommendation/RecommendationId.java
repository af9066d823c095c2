package org.coursewise.course.recommendation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.UnsealableException;

/**
 * What an answer is known by. It carries all that feedback joins with, sealed, so that no answer has to be stored.
 *
 * @param learners the group of learners that it was given to one of, see {@link Changes}
 * @param modelVersion {@value #NO_MODEL} before there was a model
 */
public record RecommendationId(String modelVersion, String scenario, int learners, Instant at, UUID id) {

    static final String NO_MODEL = "none";
    private static final String PURPOSE = "recommendation";
    private static final int PARTS = 5;

    static RecommendationId of(String modelVersion, String scenario, String learner, Instant at) {
        return new RecommendationId(modelVersion, scenario, Changes.group(learner), at, UUID.randomUUID());
    }

    /** Whether it may have been given to this learner. */
    public boolean isFor(String learner) {
        return learners == Changes.group(learner);
    }

    String sealed(SecretBox keys) {
        return keys.seal(
                String.join("|", modelVersion, scenario, Integer.toString(learners), at.toString(), id.toString()),
                PURPOSE);
    }

    /** Empty for a text that is none of ours. */
    public static Optional<RecommendationId> opened(String text, SecretBox keys) {
        try {
            var parts = keys.openText(text, PURPOSE).split("\\|", PARTS);
            return parts.length == PARTS
                    ? Optional.of(new RecommendationId(
                            parts[0],
                            parts[1],
                            Integer.parseInt(parts[2]),
                            Instant.parse(parts[3]),
                            UUID.fromString(parts[4])))
                    : Optional.empty();
        } catch (UnsealableException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
