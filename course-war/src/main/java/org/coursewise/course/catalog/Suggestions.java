package org.coursewise.course.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody who is typing may mean. */
@Schema(name = "Suggestions")
public record Suggestions(List<Suggestion> items) {

    /**
     * A word of titles, or a title.
     *
     * @param courseId null for a word
     */
    @Schema(name = "Suggestion")
    public record Suggestion(
            @Schema(examples = "Databases for everyone", description = "To be sent as `q`")
            String text,

            @Schema(
                    examples = "title",
                    enumeration = {"word", "title"})
            String kind,

            @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77", description = "Of a title; null for a word")
            @Nullable
            String courseId) {}
}
