package org.coursewise.course.figures;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How all models together did on a day, on the wire. */
@Schema(name = "DayFigures")
public record DayFigures(
        @Schema(description = "In UTC", examples = "2026-11-26")
        LocalDate day,

        @Schema(description = "Answers", examples = "1200") long served,

        @Schema(description = "Courses that clients say were seen", examples = "9600")
        long impressions,

        @Schema(description = "Courses that were opened", examples = "510")
        long clicks,

        @Schema(description = "Enrolments in a course within 30 days of its being seen or opened", examples = "84")
        long enrollments) {}
