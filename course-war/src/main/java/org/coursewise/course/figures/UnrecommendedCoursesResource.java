package org.coursewise.course.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.coursewise.course.training.Models;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a model has shown to nobody. */
@Path("/admin/models/{version}/unrecommended-courses")
@Tag(name = "Models")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UnrecommendedCoursesResource {

    private static final String NEVER_SHOWN = """
            select id, code, title, published_at from course
            where status = 'published' and (?::text is null or code > ?)
                and not exists (select 1 from recommendation_coverage where model_version = ? and course_id = course.id)
            order by code limit ?
            """;

    @Inject
    Sql sql;

    @Inject
    Models models;

    /** A course that nobody was shown. */
    @Schema(name = "UnrecommendedCourse")
    public record UnrecommendedCourse(
            @Schema(examples = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77")
            String id,

            @Schema(examples = "ALG-1") String code,
            @Schema(examples = "Algebra for everyone") String title,
            @Nullable Instant publishedAt) {}

    /** Where the next page begins. */
    record Position(String code) {}

    @GET
    @Operation(
            summary = "Courses that a model has never recommended",
            description = "Published ones that were in no answer of it yet; what was shown counts after a second.")
    @APIResponse(responseCode = "200", description = "One page, by code")
    public Page<UnrecommendedCourse> list(@PathParam("version") String version, @BeanParam PageRequest page) {
        if (models.trainedAt(version).isEmpty()) {
            throw ProblemException.notFound("model");
        }
        var after = page.after(Position.class).map(Position::code).orElse(null);
        var rows =
                sql.query(NEVER_SHOWN, UnrecommendedCoursesResource::course, after, after, version, page.rowsToFetch());
        return Page.of(rows, page, row -> new Position(row.code()));
    }

    private static UnrecommendedCourse course(ResultSet row) throws SQLException {
        return new UnrecommendedCourse(
                row.getString("id"), row.getString("code"), row.getString("title"), Sql.instant(row, "published_at"));
    }
}
