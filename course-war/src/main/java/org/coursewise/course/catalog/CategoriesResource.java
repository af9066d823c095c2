package org.coursewise.course.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import org.coursewise.postgres.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The categories of the catalogue. */
@Path("/categories")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

    private static final String COUNTS = """
            select path, count(*) from course, unnest(category_paths) as path
            where status = 'published' and path <> '' group by path order by 2 desc, 1 limit 10000
            """;

    @Inject
    Sql sql;

    @GET
    @PermitAll
    @Operation(
            summary = "The categories as a tree",
            description = "A category such as computing/databases is below computing, and its courses count there too.")
    @APIResponse(responseCode = "200", description = "Those of published courses, with how many there are")
    public CategoryTree tree() {
        var counts = new HashMap<String, Long>();
        sql.query(COUNTS, row -> counts.put(row.getString(1), row.getLong(2)));
        return CategoryTree.of(counts);
    }
}
