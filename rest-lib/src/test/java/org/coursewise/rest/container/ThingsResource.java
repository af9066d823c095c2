package org.coursewise.rest.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.trace.TraceContext;
import tools.jackson.databind.JsonNode;

@Path("/things")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class ThingsResource {

    static final AtomicInteger MADE = new AtomicInteger();

    record Position(int id) {}

    /** Fails when it is written. */
    public record Unwritable(String value) {

        @Override
        public String value() {
            throw new IllegalStateException("a secret of ours: " + value);
        }
    }

    @Inject
    Caller caller;

    @Inject
    MergePatch mergePatch;

    @GET
    public Page<String> list(@BeanParam PageRequest page, @QueryParam("size") @Max(9) int size) {
        var from = page.after(Position.class).map(Position::id).orElse(0);
        var rows = IntStream.rangeClosed(from + 1, Math.min(5, from + page.rowsToFetch()))
                .boxed()
                .toList();
        return Page.of(rows, page, Position::new).map(id -> "thing " + id);
    }

    @POST
    @Idempotent
    public Response create(@Valid @NotNull Thing.Content content) {
        var id = MADE.incrementAndGet();
        if (content.title().equals("fails")) {
            throw new IllegalStateException("a secret of ours");
        }
        return Response.created(URI.create("things/" + id))
                .entity(new Thing(String.valueOf(id), content, 1))
                .build();
    }

    @GET
    @Path("{id}")
    public Thing get(@PathParam("id") String id) {
        if (!id.equals("1")) {
            throw ProblemException.notFound("thing");
        }
        return new Thing(id, content(), 7);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Thing change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, JsonNode patch) {
        ifMatch.demand(get(id).etag());
        return new Thing(id, mergePatch.apply(content(), patch, Thing.Content.class), 8);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    public void delete(@PathParam("id") String id) {}

    @GET
    @Path("mine")
    @RolesAllowed("learner")
    public Map<String, Object> mine() {
        return Map.of("id", caller.id(), "sid", caller.sessionId().orElse(""), "roles", caller.roles());
    }

    @GET
    @Path("trace")
    public Map<String, String> trace() {
        return Map.of("traceparent", TraceContext.current().orElseThrow().traceparent());
    }

    @GET
    @Path("cached")
    public Response cached() {
        return Response.ok(Map.of()).header("Cache-Control", "max-age=60").build();
    }

    @GET
    @Path("failing/{how}")
    public Response fail(@PathParam("how") String how) throws Exception {
        switch (how) {
            case "unexpectedly" -> throw new IllegalStateException("a secret of ours");
            case "database" -> throw new IllegalStateException(new SQLException("the host's name", "08006"));
            case "throttled" ->
                throw new ProblemException(ProblemType.THROTTLED, "Slow down.", List.of(), Duration.ofMillis(1500));
            case "gone" -> {
                return Response.status(410).build();
            }
            case "writing" -> {
                return Response.ok(new Unwritable("a")).build();
            }
            default -> throw new AssertionError("a secret of ours");
        }
    }

    private static Thing.Content content() {
        return new Thing.Content("First", 3, 0.5, null, List.of(new Thing.Part("lid")));
    }
}
