package org.coursewise.course.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.events.outbox.OutboxStatus;
import org.coursewise.postgres.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How course is doing, for the console. */
@Path("/admin/status/course")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    Database database;

    @Inject
    OutboxRelay relay;

    /** Something course needs. */
    @Schema(name = "Dependency")
    public record Dependency(@Schema(examples = "database") String name, boolean up) {}

    /** The state of the service as this replica sees it. */
    @Schema(name = "CourseStatus")
    public record Status(
            @Schema(examples = "course") String service,
            @Schema(examples = "up") String status,
            List<Dependency> dependencies,

            @Schema(description = "What waits to be told to the other services")
            OutboxStatus outbox) {}

    @GET
    @Operation(summary = "How is course doing?")
    @APIResponse(responseCode = "200", description = "Dependencies and the outbox")
    public Status status() {
        var up = database.answers();
        return new Status("course", up ? "up" : "down", List.of(new Dependency("database", up)), relay.status());
    }
}
