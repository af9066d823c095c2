package org.coursewise.email.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coursewise.email.consumer.EmailConsumers;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.storage.DatabaseReadiness;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.events.outbox.OutboxStatus;
import org.coursewise.revocation.DenyListReader;
import org.coursewise.revocation.DenyListStatus;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How email is doing, for the console. */
@Path("/admin/status/email")
@Tag(name = "Administration")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    @Readiness
    DatabaseReadiness database;

    @Inject
    EmailConsumers consumers;

    @Inject
    MessageOutbox outbox;

    @Inject
    DenyListReader denyList;

    /** Something email needs. */
    @Schema(name = "Dependency")
    public record Dependency(@Schema(examples = "mongodb") String name, boolean up) {}

    /** The state of the service as this replica sees it. */
    @Schema(name = "EmailStatus")
    public record Status(
            @Schema(examples = "email") String service,
            @Schema(examples = "up") String status,
            List<Dependency> dependencies,
            List<Backlog> consumers,

            @Schema(description = "What others have still to be told of deliveries; null while MongoDB is away")
            @Nullable
            OutboxStatus outbox,

            DenyListStatus denyList) {}

    @GET
    @Operation(summary = "How is email doing?")
    @APIResponse(
            responseCode = "200",
            description = "Dependencies, how far the consumers and the outbox are behind, and the deny list")
    public Status status() {
        var store = database.call().getStatus() == HealthCheckResponse.Status.UP;
        var kafka = consumers.kafkaAnswers();
        return new Status(
                "email",
                store && kafka ? "up" : "down",
                List.of(new Dependency("mongodb", store), new Dependency("kafka", kafka)),
                consumers.backlogs(),
                store ? outboxStatus() : null,
                denyList.status());
    }

    private OutboxStatus outboxStatus() {
        var depth = outbox.depth();
        return new OutboxStatus(depth.messages(), depth.since(), 0);
    }
}
