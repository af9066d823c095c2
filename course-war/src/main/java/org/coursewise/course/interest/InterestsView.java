package org.coursewise.course.interest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a learner is interested in, on the wire. */
@Schema(name = "Interests")
public record InterestsView(
        @Schema(examples = "[\"Mathematics\"]") List<String> categories,

        @Schema(description = "Null is any", examples = "beginner") @Nullable
        String level) {}
