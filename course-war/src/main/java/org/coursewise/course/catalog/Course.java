package org.coursewise.course.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course of the catalogue. Seats and ratings are counted by SQL where they change; what editors change counts the
 * edition.
 */
@Entity
@Table(name = "course")
public class Course {

    @Id
    private UUID id;

    private String code;
    private String title;
    private String summary;
    private String description;

    @Convert(converter = TextArray.class)
    private List<String> categories;

    @Convert(converter = TextArray.class)
    private List<String> tags;

    private @Nullable String level;
    private @Nullable String language;

    @Convert(converter = TextArray.class)
    private List<String> instructors;

    @Column(name = "duration_hours")
    private @Nullable Double durationHours;

    private @Nullable Integer capacity;

    @Convert(converter = TextArray.class)
    private List<String> prerequisites;

    @Column(name = "enroll_from")
    private @Nullable Instant enrollFrom;

    @Column(name = "enroll_until")
    private @Nullable Instant enrollUntil;

    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    private CourseStatus status;

    @Column(insertable = false, updatable = false)
    private int enrolled;

    @Column(name = "rating_sum", insertable = false, updatable = false)
    private long ratingSum;

    @Column(name = "rating_count", insertable = false, updatable = false)
    private long ratingCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    private long edition;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Course() {}

    /** A draft. */
    @SuppressWarnings("NullAway.Init")
    Course(CourseFields fields, Instant now) {
        id = CourseId.random().value();
        status = CourseStatus.DRAFT;
        createdAt = now;
        take(fields);
        edition = 1;
    }

    void edit(CourseFields fields) {
        if (!fields.equals(fields())) {
            take(fields);
            edition++;
        }
    }

    /** Tells whether it was not published before. */
    boolean publish(Instant now) {
        if (status == CourseStatus.PUBLISHED) {
            return false;
        }
        status = CourseStatus.PUBLISHED;
        publishedAt = now;
        edition++;
        return true;
    }

    /** Takes it out of the catalogue, to be worked on; tells whether it was there. */
    boolean withdraw() {
        return leave(CourseStatus.DRAFT);
    }

    /** Takes it out of the catalogue for good; who is enrolled stays so. Tells whether it was there. */
    boolean archive() {
        var wasPublished = status == CourseStatus.PUBLISHED;
        if (status != CourseStatus.ARCHIVED) {
            status = CourseStatus.ARCHIVED;
            edition++;
        }
        return wasPublished;
    }

    private boolean leave(CourseStatus next) {
        if (status != CourseStatus.PUBLISHED) {
            return false;
        }
        status = next;
        edition++;
        return true;
    }

    private void take(CourseFields fields) {
        code = fields.code();
        title = fields.title();
        summary = Objects.requireNonNullElse(fields.summary(), "");
        description = Objects.requireNonNullElse(fields.description(), "");
        categories = Objects.requireNonNullElse(fields.categories(), List.of());
        tags = Objects.requireNonNullElse(fields.tags(), List.of());
        level = fields.level();
        language = fields.language();
        instructors = Objects.requireNonNullElse(fields.instructors(), List.of());
        durationHours = fields.durationHours();
        capacity = fields.capacity();
        prerequisites = Objects.requireNonNullElse(fields.prerequisites(), List.of());
        enrollFrom = fields.enrollFrom();
        enrollUntil = fields.enrollUntil();
        startsAt = fields.startsAt();
        endsAt = fields.endsAt();
    }

    public CourseId id() {
        return new CourseId(id);
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public CourseStatus status() {
        return status;
    }

    public boolean isTaughtBy(String userId) {
        return instructors.contains(userId);
    }

    /** What an editor may change. */
    CourseFields fields() {
        return new CourseFields(
                code,
                title,
                summary,
                description,
                categories,
                tags,
                level,
                language,
                instructors,
                durationHours,
                capacity,
                prerequisites,
                enrollFrom,
                enrollUntil,
                startsAt,
                endsAt);
    }

    long edition() {
        return edition;
    }

    int enrolled() {
        return enrolled;
    }

    Rating rating() {
        return Rating.of(ratingSum, ratingCount);
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
