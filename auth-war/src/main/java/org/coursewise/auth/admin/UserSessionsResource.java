package org.coursewise.auth.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.auth.session.SessionView;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody is logged in, for administrators. */
@Path("/admin/users/{id}/sessions")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserSessionsResource {

    @Inject
    UserSessions sessions;

    @GET
    @Operation(summary = "Where is somebody logged in?")
    @APIResponse(
            responseCode = "200",
            description = "One page of the sessions that are alive, the newest first; none of them counts as current")
    public Page<SessionView> list(@PathParam("id") String id, @BeanParam PageRequest page) {
        return sessions.of(UserPath.parsed(id), page);
    }

    @DELETE
    @Operation(summary = "Log somebody out everywhere")
    @APIResponse(responseCode = "204", description = "Every session of the account has ended")
    public void endAll(@PathParam("id") String id) {
        sessions.endAll(UserPath.parsed(id));
    }
}
