package org.coursewise.course.settings;

import java.net.URI;
import java.time.Duration;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.Settings;

/**
 * Course's settings; the table in course-war/README.md says what each is for.
 *
 * @param dataKeys seal what is kept and sign what comes back: stored answers, recommendation ids, the key of addresses
 * @param invitationLifetime how long an invitation can be taken
 * @param apiUrl the API's address, as clients know it: links in facts begin with it
 * @param coursePage where people look at a course, for links in mails
 * @param trainingTimes when models are trained by themselves
 * @param trainingChange which share of enrolments, or of courses, is to be others by then
 * @param digestTimes when recommendations are mailed
 */
public record CourseSettings(
        SecretBox dataKeys,
        Duration invitationLifetime,
        OutboxSettings outbox,
        URI apiUrl,
        CoursePage coursePage,
        TrainingTimes trainingTimes,
        double trainingChange,
        DigestTimes digestTimes) {

    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final double SOME_CHANGE = .01;

    public static CourseSettings from(Settings settings) {
        // the server itself reads these; asking here names them when they are missing
        settings.required("coursewise.database-url");
        settings.required("coursewise.database-user");
        settings.required("coursewise.database-password");
        settings.required("coursewise.keystore-password");
        settings.required("coursewise.issuer");
        settings.uri("coursewise.jwks-url");
        var apiUrl = settings.uri("coursewise.api-url");
        return new CourseSettings(
                settings.secretBox("coursewise.data-keys"),
                settings.parsed(
                        "coursewise.invitation-lifetime",
                        Duration.ofDays(90),
                        CourseSettings::positive,
                        "a duration such as P90D"),
                OutboxSettings.from("course", settings),
                apiUrl,
                settings.parsed(
                        "coursewise.course-page",
                        CoursePage.ofApi(apiUrl),
                        CoursePage::parse,
                        "an http or https address with {id} in it, such as https://learn.example.org/courses/{id}"),
                settings.parsed(
                        "coursewise.training-schedule",
                        TrainingTimes.NIGHTLY,
                        TrainingTimes::parse,
                        "off, a time of the day such as 02:00, or a duration such as PT12H"),
                settings.parsed(
                        "coursewise.training-change", SOME_CHANGE, CourseSettings::share, "a number from 0 to 1"),
                settings.parsed(
                        "coursewise.digest-every",
                        DigestTimes.WEEKLY,
                        DigestTimes::parse,
                        "off, or a duration from a minute to a year such as P7D"));
    }

    private static double share(String text) {
        var share = Double.parseDouble(text);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private static Duration positive(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }
}
