package org.coursewise.course.curriculum;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section on the wire. */
@Schema(name = "Section")
public record SectionView(
        String id,
        @Schema(examples = "Equations with one unknown") String title,

        @Schema(description = "From 1, without gaps") int position,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static SectionView of(Section section) {
        return new SectionView(
                section.id().toString(),
                section.title(),
                section.position(),
                new EditionTag(section.version(), section.position()).toString());
    }

    static void demand(IfMatch ifMatch, Section section) {
        ifMatch.demand(new EditionTag(section.version(), section.position())::isSameEdition);
    }
}
