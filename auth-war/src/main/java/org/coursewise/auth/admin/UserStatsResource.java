package org.coursewise.auth.admin;

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

/** How many people came, by day. */
@Path("/admin/user-stats")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserStatsResource {

    private static final String BY_DAY = """
            select day, sum(registered) as registered, sum(verified) as verified from (
                select (created_at at time zone 'UTC')::date as day, count(*) as registered, 0 as verified
                    from account where created_at >= ? and created_at < ? group by 1
                union all
                select (verified_at at time zone 'UTC')::date, 0, count(*)
                    from account where verified_at >= ? and verified_at < ? group by 1) as counted
            group by day
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Accounts of a day. */
    @Schema(name = "UserDay")
    public record UserDay(
            @Schema(examples = "2026-11-26") LocalDate day,

            @Schema(description = "Accounts that were made", examples = "120")
            long registered,

            @Schema(description = "Accounts whose address was confirmed, whenever they were made", examples = "97")
            long verified) {}

    /** Accounts by day. */
    @Schema(name = "UserStats")
    public record Stats(
            @Schema(description = "The first day", examples = "2026-10-28")
            LocalDate from,

            @Schema(description = "The last day", examples = "2026-11-26")
            LocalDate to,

            @Schema(description = "Each day, in order") List<UserDay> byDay) {}

    @GET
    @Operation(
            summary = "How many people registered, by day",
            description = "Of the accounts that are there, those of files among them; days are in UTC, at most 366.")
    @APIResponse(responseCode = "200", description = "Every day, also those without anybody")
    @APIResponse(responseCode = "400", description = "A bad day, or too many of them")
    public Stats get(@BeanParam DayRange range) {
        var days = range.days(clock);
        return new Stats(days.first(), days.last(), byDay(days));
    }

    private List<UserDay> byDay(Days days) {
        var counted = sql.query(BY_DAY, UserStatsResource::row, days.begin(), days.end(), days.begin(), days.end());
        return days.filled(counted, UserDay::day, day -> new UserDay(day, 0, 0));
    }

    private static UserDay row(ResultSet row) throws SQLException {
        return new UserDay(row.getObject("day", LocalDate.class), row.getLong("registered"), row.getLong("verified"));
    }
}
