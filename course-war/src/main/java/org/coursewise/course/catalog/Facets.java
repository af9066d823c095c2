package org.coursewise.course.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many courses of a search there are of each kind; a kind that was asked for is counted as if it was not. */
@Schema(name = "Facets")
public record Facets(List<Count> category, List<Count> level, List<Count> language) {

    /** A value, and how many courses have it. */
    @Schema(name = "FacetCount")
    public record Count(@Schema(examples = "Mathematics") String value, long count) {}
}
