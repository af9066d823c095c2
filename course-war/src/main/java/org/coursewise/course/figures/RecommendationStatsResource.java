package org.coursewise.course.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How recommendations do with learners. */
@Path("/admin/recommendation-stats")
@Tag(name = "Models")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationStatsResource {

    private static final String FIGURES = """
            select model_version, sum(served) as served, sum(fallbacks) as fallbacks, sum(impressions) as impressions,
                sum(clicks) as clicks, sum(dismissals) as dismissals, sum(enrollments) as enrollments,
                sum(shadow_lists) as shadow_lists, sum(shadow_common) as shadow_common,
                sum(shadow_places) as shadow_places, sum(shadow_clicks) as shadow_clicks,
                sum(shadow_clicks_found) as shadow_clicks_found, sum(shadow_enrollments) as shadow_enrollments,
                sum(shadow_enrollments_found) as shadow_enrollments_found, sum(shadow_dropped) as shadow_dropped,
                (select count(*) from recommendation_coverage join course on course.id = course_id
                    where recommendation_coverage.model_version = recommendation_figures.model_version
                        and course.status = 'published') as covered,
                (select count(*) from course where status = 'published') as published
            from recommendation_figures where day between ? and ? group by model_version
            order by model_version = 'none', model_version desc limit 1000
            """;

    private static final int MOST_DAYS = 92;

    private static final String BY_DAY = """
            select * from (
                select day, sum(served) as served, sum(impressions) as impressions, sum(clicks) as clicks,
                    sum(enrollments) as enrollments
                from recommendation_figures where day between ? and ? group by day order by day desc limit %d) as last
            order by day
            """.formatted(MOST_DAYS);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Inject
    Sql sql;

    /** Figures of models. */
    @Schema(name = "RecommendationStats")
    public record Stats(
            List<ModelFigures> items,

            @Schema(
                    description =
                            "Of all models; days on which anything was counted, the last " + MOST_DAYS + " of them")
            List<DayFigures> byDay) {}

    @GET
    @Operation(
            summary = "How recommendations do with learners",
            description = "Counted once a second; coverage is of all time.")
    @APIResponse(responseCode = "200", description = "By version of the model, the newest first, and by day")
    public Stats get(
            @Parameter(
                            description = "The first day, in UTC; all days when left out",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "The last day, in UTC; until today when left out",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to) {
        var first = day("from", from, FIRST);
        var last = day("to", to, LAST);
        if (last.isBefore(first)) {
            throw ProblemException.invalidInput("to", "must not be before from");
        }
        return new Stats(
                sql.query(FIGURES, RecommendationStatsResource::figures, first, last),
                sql.query(BY_DAY, RecommendationStatsResource::ofDay, first, last));
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate otherwise) {
        try {
            var day = text == null ? otherwise : LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
            throw ProblemException.invalidInput(field, "must be a day from 2000 to 9999");
        } catch (DateTimeException e) {
            throw ProblemException.invalidInput(field, "must be a date such as 2027-01-31");
        }
    }

    private static DayFigures ofDay(ResultSet row) throws SQLException {
        return new DayFigures(
                row.getObject("day", LocalDate.class),
                row.getLong("served"),
                row.getLong("impressions"),
                row.getLong("clicks"),
                row.getLong("enrollments"));
    }

    private static ModelFigures figures(ResultSet row) throws SQLException {
        var served = row.getLong("served");
        var impressions = row.getLong("impressions");
        var clicks = row.getLong("clicks");
        return new ModelFigures(
                row.getString("model_version"),
                served,
                share(row.getLong("fallbacks"), served),
                impressions,
                clicks,
                share(clicks, impressions),
                row.getLong("dismissals"),
                row.getLong("enrollments"),
                share(row.getLong("covered"), row.getLong("published")),
                shadow(row));
    }

    private static @Nullable ShadowFigures shadow(ResultSet row) throws SQLException {
        var lists = row.getLong("shadow_lists");
        var clicks = row.getLong("shadow_clicks");
        var enrollments = row.getLong("shadow_enrollments");
        var dropped = row.getLong("shadow_dropped");
        return lists + clicks + enrollments + dropped == 0
                ? null
                : new ShadowFigures(
                        lists,
                        share(row.getLong("shadow_common"), row.getLong("shadow_places")),
                        clicks,
                        share(row.getLong("shadow_clicks_found"), clicks),
                        enrollments,
                        share(row.getLong("shadow_enrollments_found"), enrollments),
                        dropped);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
