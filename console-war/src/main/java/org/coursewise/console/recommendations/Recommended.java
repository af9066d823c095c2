package org.coursewise.console.recommendations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course at its place in somebody's list.
 *
 * @param place from 1
 * @param strength of its score between the lowest and the highest of the list, from 0 to 1
 * @param elsewhere its place in the list it is compared with; null when it is not in that, or nothing is compared
 */
public record Recommended(
        int place,
        String id,
        String code,
        String title,
        double score,
        double strength,
        List<Reason> reasons,
        @Nullable Integer elsewhere) {

    /**
     * Why, in the API's own words around the name of the course that led to it.
     *
     * @param text all of it
     * @param before what stands before the name; all of the text when no course is named
     * @param courseId null when no course led to it
     */
    public record Reason(
            String code,
            String text,
            String before,
            String name,
            String after,
            @Nullable String courseId) {

        static Reason of(String code, String text, @Nullable String courseId, String title) {
            var at = courseId == null || title.isBlank() ? -1 : text.indexOf(title);
            return at < 0
                    ? new Reason(code, text, text, "", "", courseId)
                    : new Reason(
                            code, text, text.substring(0, at), title, text.substring(at + title.length()), courseId);
        }
    }

    Recommended comparedWith(@Nullable Integer other) {
        return new Recommended(place, id, code, title, score, strength, reasons, other);
    }

    /** How many places further up it is than in the other list; negative is further down. */
    public int rise() {
        return elsewhere == null ? 0 : elsewhere - place;
    }
}
