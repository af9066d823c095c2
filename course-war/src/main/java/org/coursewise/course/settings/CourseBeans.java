package org.coursewise.course.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
        return Clock.systemUTC();
    }
}
