package org.coursewise.course.recommendation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Courses that are not picked for anyone in particular. */
@Schema(name = "CourseScores")
public record CourseScores(List<Item> items) {

    /** A course and its score: a similarity, a number of learners, or a place from the front. */
    @Schema(name = "CourseScore")
    public record Item(RecommendationsView.CourseName course, double score) {}
}
