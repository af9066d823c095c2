package org.coursewise.course.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.settings.Settings;

/** What is made once and injected everywhere. */
@ApplicationScoped
class CourseBeans {

    @Produces
    @Singleton
    static CourseSettings settings() {
        return Settings.readOrStop(CourseSettings::from);
    }

    @Produces
    @Singleton
    static OutboxSettings outbox(CourseSettings settings) {
        return settings.outbox();
    }

    @Produces
    @Singleton
    static Clock clock() {
        // as fine as the database keeps it: what is answered is what is stored
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
