package org.coursewise.course.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.imports.ImportJob;

/** What a file is of. */
enum ImportKind {
    COURSES("catalog:write", "code,title"),
    ENROLLMENTS("learning:write", "learner,course_code"),
    REVIEWS("learning:write", "learner,course_code,rating"),
    SECTIONS("catalog:write", "course_code,title"),
    LESSONS("catalog:write", "title,kind"),
    COMPLETIONS("learning:write", "learner,course_code,lesson_id,completed_at"),
    ONEROSTER_COURSES("catalog:write", "sourcedId,title"),
    ONEROSTER_CLASSES("catalog:write", "sourcedId,courseSourcedId"),
    ONEROSTER_ENROLLMENTS("learning:write", "classSourcedId,userSourcedId,role");

    private static final String ONEROSTER = FileFormat.ONEROSTER + "_";

    private final String scope;
    private final String requiredColumns;

    ImportKind(String scope, String requiredColumns) {
        this.scope = scope;
        this.requiredColumns = requiredColumns;
    }

    /** How jobs name it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How clients name it. */
    String kind() {
        return isRoster() ? wireName().substring(ONEROSTER.length()) : wireName();
    }

    private boolean isRoster() {
        return wireName().startsWith(ONEROSTER);
    }

    static Optional<ImportKind> of(String kind, String format) {
        return Arrays.stream(values())
                .filter(known -> known.kind().equals(kind))
                .filter(known -> format.equals(known.isRoster() ? FileFormat.ONEROSTER : FileFormat.CSV))
                .findFirst();
    }

    static ImportKind of(ImportJob job) {
        return ofWireName(job.kind()).orElseThrow();
    }

    static Optional<ImportKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    /** What a machine client needs to send one. */
    String scope() {
        return scope;
    }

    List<String> requiredColumns() {
        return List.of(requiredColumns.split(","));
    }
}
