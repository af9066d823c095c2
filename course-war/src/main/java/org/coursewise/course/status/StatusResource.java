package org.coursewise.course.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.course.consumer.CourseConsumers;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.postgres.Database;
import org.coursewise.postgres.ServiceStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    @GET
    @Operation(summary = "How is course doing?")
    @APIResponse(responseCode = "200", description = "Dependencies, the outbox, and how far its consumer is behind")
    public ServiceStatus status() {
        return ServiceStatus.of("course", database, relay, consumers.backlogs());
    }
}
