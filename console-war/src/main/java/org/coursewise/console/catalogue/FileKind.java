package org.coursewise.console.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coursewise.console.api.Call;

/** What a file may be of, as the API names kind and format; files of an empty installation come in this order. */
public enum FileKind {
    COURSES(
            "code, title",
            "summary, description, categories, tags, level, language, instructors, durationHours, capacity,"
                    + " prerequisites, published, archived, enrollFrom, enrollUntil, startsAt, endsAt, id, createdAt,"
                    + " publishedAt"),
    SECTIONS("course_code, title", "id, position"),
    LESSONS("title, kind", "section_id, course_code, section, id, position, content"),
    ENROLLMENTS("learner, course_code", "enrolled_at, completed_at, status, certificate_id"),
    COMPLETIONS("learner, course_code, lesson_id, completed_at", "status, enrolled_at"),
    REVIEWS("learner, course_code, rating", "at, written_at, comment, status"),
    ONEROSTER_COURSES("sourcedId, title", ""),
    ONEROSTER_CLASSES("sourcedId, courseSourcedId", ""),
    ONEROSTER_ENROLLMENTS("classSourcedId, userSourcedId, role", "");

    private static final String ONEROSTER = "ONEROSTER_";

    private final String needed;
    private final String more;

    FileKind(String needed, String more) {
        this.needed = needed;
        this.more = more;
    }

    /** The columns that every file has. */
    public String getNeeded() {
        return needed;
    }

    /** Those that it may have. */
    public String getMore() {
        return more;
    }

    /** The name in a form. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a name that no form of ours sends */
    static FileKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of file"));
    }

    static List<FileKind> all() {
        return List.of(values());
    }

    Call on(Call call) {
        return name().startsWith(ONEROSTER)
                ? call.with("kind", name().substring(ONEROSTER.length()).toLowerCase(Locale.ROOT))
                        .with("format", "oneroster")
                : call.with("kind", getName());
    }
}
