package org.coursewise.course.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a model would have done that made lists beside those that were shown, on the wire. */
@Schema(name = "ShadowFigures")
public record ShadowFigures(
        @Schema(description = "Lists that were compared with what was shown", examples = "1200")
        long lists,

        @Schema(description = "Share of the first ten courses that both have, from 0 to 1", examples = "0.62")
        double overlap,

        @Schema(
                description = "Courses that were opened from what was shown, and looked for in its lists",
                examples = "90")
        long clicks,

        @Schema(description = "Share of these that were in its first ten", examples = "0.71")
        double clicksFound,

        @Schema(
                description = "Courses that were enrolled in after what was shown, and looked for in its lists",
                examples = "12")
        long enrollments,

        @Schema(description = "Share of these that were in its first ten", examples = "0.75")
        double enrollmentsFound,

        @Schema(description = "What was not looked at because too much was at once", examples = "0")
        long dropped) {}
