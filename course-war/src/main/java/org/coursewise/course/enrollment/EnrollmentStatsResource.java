package org.coursewise.course.enrollment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.day.DayRange;
import org.coursewise.rest.day.Days;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many courses were begun and completed, by day. */
@Path("/admin/enrollment-stats")
@Tag(name = "Enrolments")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class EnrollmentStatsResource {

    // each half reads nothing but its index: its condition is the index's own
    private static final String BY_DAY = """
            select day, sum(enrolled) as enrolled, sum(completed) as completed from (
                select (enrolled_at at time zone 'UTC')::date as day, count(*) as enrolled, 0 as completed
                    from enrollment where enrolled_at >= ? and enrolled_at < ? and status <> 'waiting' group by 1
                union all
                select (completed_at at time zone 'UTC')::date, 0, count(*)
                    from enrollment where completed_at >= ? and completed_at < ? group by 1) as counted
            group by day
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Enrolments of a day. */
    @Schema(name = "EnrollmentDay")
    public record EnrollmentDay(
            @Schema(examples = "2026-11-26") LocalDate day,

            @Schema(description = "Places that were taken, also those that were given up later", examples = "840")
            long enrolled,

            @Schema(description = "Courses that were completed", examples = "310")
            long completed) {}

    /** Enrolments by day. */
    @Schema(name = "EnrollmentStats")
    public record Stats(
            @Schema(description = "The first day", examples = "2026-10-28")
            LocalDate from,

            @Schema(description = "The last day", examples = "2026-11-26")
            LocalDate to,

            @Schema(description = "Each day, in order") List<EnrollmentDay> byDay) {}

    @GET
    @Operation(
            summary = "How many enrolled and how many completed a course, by day",
            description = "Those of files too, if they say when, and without who waits; days are in UTC, at most 366.")
    @APIResponse(responseCode = "200", description = "Every day, also those without any")
    @APIResponse(responseCode = "400", description = "A bad day, or too many of them")
    public Stats get(@BeanParam DayRange range) {
        var days = range.days(clock);
        return new Stats(days.first(), days.last(), byDay(days));
    }

    private List<EnrollmentDay> byDay(Days days) {
        var counted =
                sql.query(BY_DAY, EnrollmentStatsResource::row, days.begin(), days.end(), days.begin(), days.end());
        return days.filled(counted, EnrollmentDay::day, day -> new EnrollmentDay(day, 0, 0));
    }

    private static EnrollmentDay row(ResultSet row) throws SQLException {
        return new EnrollmentDay(
                row.getObject("day", LocalDate.class), row.getLong("enrolled"), row.getLong("completed"));
    }
}
