package org.coursewise.course.recommendation;

import jakarta.ws.rs.QueryParam;
import org.coursewise.rest.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How many courses are asked for; there is no page behind the first. */
public class Limit {

    @QueryParam("limit")
    @Parameter(
            description = "How many courses to answer with.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
    @Nullable
    String limit;

    /** For JAX-RS. */
    public Limit() {}

    int value() {
        return of(limit);
    }

    /** @param text null for as many as are given without being asked for */
    static int of(@Nullable String text) {
        return PageRequest.of(text, null).limit();
    }
}
