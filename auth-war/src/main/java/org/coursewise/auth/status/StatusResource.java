package org.coursewise.auth.status;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.postgres.Database;
import org.coursewise.postgres.ServiceStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How auth is doing, for the console. */
@Path("/admin/status/auth")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    Database database;

    @Inject
    OutboxRelay relay;

    @GET
    @Operation(summary = "How is auth doing?")
    @APIResponse(responseCode = "200", description = "Dependencies and the outbox")
    public ServiceStatus status() {
        return ServiceStatus.of("auth", database, relay, List.of());
    }
}
