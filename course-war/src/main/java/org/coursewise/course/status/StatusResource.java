package org.coursewise.course.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coursewise.course.consumer.CourseConsumers;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.events.outbox.OutboxStatus;
import org.coursewise.postgres.Database;
import org.coursewise.postgres.ServiceStatus;
import org.coursewise.revocation.DenyListReader;
import org.coursewise.revocation.DenyListStatus;
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

    @Inject
    CourseConsumers consumers;

    @Inject
    DenyListReader denyList;

    /** The state of the service as this replica sees it. */
    @Schema(name = "CourseServiceStatus")
    public record Status(
            @Schema(examples = "course") String service,
            @Schema(enumeration = {"up", "down"}) String status,
            List<ServiceStatus.Dependency> dependencies,

            @Schema(description = "What waits to be told to the other services")
            OutboxStatus outbox,

            @Schema(description = "How far what it hears is behind")
            List<Backlog> consumers,

            DenyListStatus denyList) {}

    @GET
    @Operation(summary = "How is course doing?")
    @APIResponse(
            responseCode = "200",
            description = "Dependencies, the outbox, how far its consumer is behind, and the deny list")
    public Status status() {
        var own = ServiceStatus.of("course", database, relay, consumers.backlogs());
        return new Status(
                own.service(), own.status(), own.dependencies(), own.outbox(), own.consumers(), denyList.status());
    }
}
