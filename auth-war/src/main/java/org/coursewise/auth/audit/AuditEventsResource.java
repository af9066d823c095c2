package org.coursewise.auth.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what. Nothing here changes it. */
@Path("/admin/audit-events")
@Tag(name = "Audit")
@RolesAllowed("admin")
public class AuditEventsResource {

    private static final String CSV = "text/csv";

    @Inject
    AuditEvents events;

    @Inject
    AuditExport export;

    /** Where the next page begins. */
    record Position(long id) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Who did what?",
            description = "With Accept: text/csv all that match come as one CSV file with a header, limit and cursor"
                    + " aside; the export is an entry of the trail itself.")
    @APIResponse(
            responseCode = "200",
            description = "One page, the newest first; or all of it as CSV",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AuditEventPage.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "id,at,type,actorKind,actor,subject,address,details\r\n")
            })
    public AuditEventPage list(@BeanParam AuditQuery query, @BeanParam PageRequest page) {
        var before = page.after(Position.class).map(Position::id).orElse(null);
        var rows = events.find(query.filter(), before, page.rowsToFetch());
        return AuditEventPage.of(Page.of(rows, page, row -> new Position(Long.parseLong(row.id()))));
    }

    @GET
    @Produces(CSV + ";qs=0.5")
    @Operation(hidden = true)
    public Response export(@BeanParam AuditQuery query) {
        var filter = query.filter();
        export.record(filter);
        StreamingOutput file = into -> export.write(filter, into);
        return Response.ok(file, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-events.csv\"")
                .build();
    }
}
