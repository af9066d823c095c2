package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.postgres.OutboxEvents;

/** Facts about courses, said in the transaction that makes them true ({@code course.catalog.v1}). */
@ApplicationScoped
public class CatalogFacts {

    private static final String TOPIC = "course.catalog.v1";
    private static final String TYPE = "org.coursewise.course.catalog.";

    record Offered(String courseId, String code, String title) {}

    record Archived(String courseId) {}

    @Inject
    OutboxEvents events;

    void published(Course course) {
        say(course, "published", offered(course));
    }

    void changed(Course course) {
        say(course, "changed", offered(course));
    }

    /** An import brought it, brought something new of it, or took it out of the catalogue. */
    public void imported(CourseId id, String code, String title, boolean wasPublished, boolean isPublished) {
        if (isPublished) {
            var fact = wasPublished ? "changed" : "published";
            events.append(TOPIC, TYPE + fact, id.toString(), new Offered(id.toString(), code, title));
        } else if (wasPublished) {
            events.append(TOPIC, TYPE + "archived", id.toString(), new Archived(id.toString()));
        }
    }

    /** It left the catalogue, for now or for good. */
    void archived(Course course) {
        say(course, "archived", new Archived(course.id().toString()));
    }

    private void say(Course course, String fact, Object data) {
        events.append(TOPIC, TYPE + fact, course.id().toString(), data);
    }

    private static Offered offered(Course course) {
        return new Offered(course.id().toString(), course.code(), course.title());
    }
}
