package org.coursewise.auth.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.caller.Person;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody is logged in. */
@Path("/users/me/sessions")
@Tag(name = "Sessions")
@RolesAllowed({"learner", "instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MySessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    SessionList list;

    @Inject
    Person me;

    @GET
    @Operation(summary = "Where am I logged in?")
    @APIResponse(responseCode = "200", description = "One page of the sessions that are alive, the newest first")
    public Page<SessionView> list(@BeanParam PageRequest page) {
        return list.page(me.id(), page, me.session());
    }

    @DELETE
    @Operation(summary = "Log out everywhere else", description = "The session that asks goes on.")
    @APIResponse(responseCode = "204", description = "All others have ended")
    public void endOthers() {
        sessions.endOthers(me.id(), me.session());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Log out somewhere")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") String id) {
        if (!sessions.end(me.id(), parsed(id), AuditType.SESSION_ENDED)) {
            throw ProblemException.notFound("session");
        }
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("session"));
    }
}
