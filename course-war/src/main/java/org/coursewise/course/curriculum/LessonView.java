package org.coursewise.course.curriculum;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lesson on the wire. */
@Schema(name = "Lesson")
public record LessonView(
        String id,
        @Schema(examples = "What an equation is") String title,
        LessonKind kind,

        @Schema(
                examples = "An equation says that two things are the same.",
                description =
                        "Of a video or link its URL; else text as its author wrote it, to be escaped where it is shown")
        String content,

        @Schema(description = "From 1, without gaps") int position,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    static LessonView of(Lesson lesson) {
        return new LessonView(
                lesson.id().toString(),
                lesson.title(),
                lesson.kind(),
                lesson.content(),
                lesson.position(),
                new EditionTag(lesson.version(), lesson.position()).toString());
    }

    static void demand(IfMatch ifMatch, Lesson lesson) {
        ifMatch.demand(new EditionTag(lesson.version(), lesson.position())::isSameEdition);
    }
}
