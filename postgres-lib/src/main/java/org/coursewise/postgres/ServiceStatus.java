package org.coursewise.postgres;

import java.util.List;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.events.outbox.OutboxStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state of a service on PostgreSQL as this replica sees it: what {@code /admin/status/<service>} answers. A service may
 * answer with more, so it is no schema of its own accord.
 */
public record ServiceStatus(
        @Schema(examples = "course") String service,
        @Schema(enumeration = {"up", "down"}) String status,
        List<Dependency> dependencies,

        @Schema(description = "What waits to be told to the other services")
        OutboxStatus outbox,

        @Schema(description = "How far what it hears is behind; empty for a service that hears nothing")
        List<Backlog> consumers) {

    /** Something the service needs. */
    @Schema(name = "Dependency")
    public record Dependency(@Schema(examples = "database") String name, boolean up) {}

    public ServiceStatus {
        consumers = List.copyOf(consumers);
    }

    public static ServiceStatus of(String service, Database database, OutboxRelay relay, List<Backlog> consumers) {
        var up = database.answers();
        return new ServiceStatus(
                service, up ? "up" : "down", List.of(new Dependency("database", up)), relay.status(), consumers);
    }
}
