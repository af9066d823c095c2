package org.coursewise.course.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where models are asked for. */
@Path("/admin/training-jobs")
@Tag(name = "Models")
@RolesAllowed({"admin", "models:train"})
@Produces(MediaType.APPLICATION_JSON)
public class TrainingJobsResource {

    @Inject
    TrainingJobs jobs;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @Operation(
            summary = "Train a model now",
            description =
                    "A worker does it in the background; the model serves when it is not worse than the one that does.")
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    public Response create(@Context UriInfo uri) {
        var id = jobs.create(caller.id());
        return Response.accepted(jobs.view(id))
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    @GET
    @Operation(summary = "Trainings", description = "Those that somebody asked for, and those of the schedule.")
    @APIResponse(responseCode = "200", description = "One page, the newest first")
    public Page<TrainingView> list(@BeanParam PageRequest page) {
        var before = page.after(TrainingJobs.Position.class).orElse(null);
        return Page.of(
                jobs.list(before, page.rowsToFetch()),
                page,
                job -> new TrainingJobs.Position(job.createdAt(), UUID.fromString(job.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far training is")
    @APIResponse(responseCode = "200", description = "The job and its stages")
    public TrainingView get(@PathParam("id") String id) {
        return jobs.view(parsed(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Cancel training", description = "If-Match may be *: a running job changes every second.")
    @APIResponse(responseCode = "202", description = "It will end soon")
    @APIResponse(responseCode = "409", description = "`job-ended`: there is nothing to cancel")
    public Response cancel(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        var job = parsed(id);
        ifMatch.demand(jobs.view(job).etag());
        jobs.cancel(job);
        return Response.accepted().build();
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("training job"));
    }
}
