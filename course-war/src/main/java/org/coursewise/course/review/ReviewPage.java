package org.coursewise.course.review;

import java.util.List;
import java.util.Map;
import org.coursewise.rest.page.Paged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reviews of a course, and how many stars all of them give. */
@Schema(name = "ReviewPage")
public record ReviewPage(
        List<ReviewView> items,
        @Nullable String nextCursor,

        @Schema(
                description = "How many of all the course's reviews give one star, two and so on",
                examples = "{\"1\": 0, \"2\": 1, \"3\": 4, \"4\": 12, \"5\": 20}")
        Map<String, Long> distribution)
        implements Paged {}
