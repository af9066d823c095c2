package org.coursewise.auth.userimport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.problem.AuthException;
import org.coursewise.imports.ImportJobs;
import org.coursewise.imports.ImportView;
import org.coursewise.imports.ImportWorker;
import org.coursewise.imports.RowError;
import org.coursewise.imports.Upload;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of users, taken in the background. */
@Path("/admin/user-imports")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class UserImportsResource {

    private static final String CSV = "text/csv";

    @Inject
    Upload upload;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportWorker worker;

    @Inject
    AuditTrail audit;

    /** Where the next page of errors begins. */
    record Position(long line) {}

    @POST
    @Idempotent
    @Consumes(CSV)
    @Operation(
            summary = "Import users",
            description =
                    "CSV in UTF-8 with a header, up to 100 MiB; columns are found by name: email and displayName, locale,"
                            + " roles (separated by |), externalId, passwordHash; others are ignored. A hash is Argon2 in PHC"
                            + " format, bcrypt or PBKDF2, and is replaced by today's kind when its owner logs in; without one"
                            + " the owner asks for a password reset. New accounts are active and get no mail. Who is there"
                            + " already stays as they are, but for an external id where there was none: the same file twice"
                            + " changes nothing.")
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = """
                                    email,displayName,locale,roles,externalId,passwordHash
                                    ada@example.org,Ada Lovelace,en,learner|instructor,L1,$2b$12$…
                                    """))
    @APIResponse(
            responseCode = "202",
            description = "The file is kept and a job will take its rows",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) throws IOException {
        var id = upload.receive(UserFiles.KIND, headers.getMediaType(), body);
        audit.record(AuditType.USERS_IMPORTED, null, Map.of("import", id.toString()));
        worker.call();
        return Response.accepted(view(id))
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    @GET
    @Operation(summary = "Imports of users")
    @APIResponse(responseCode = "200", description = "One page, the newest first")
    public Page<ImportView> list(@BeanParam PageRequest page) {
        return jobs.list(List.of(UserFiles.KIND), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an import is")
    @APIResponse(responseCode = "200", description = "The job")
    public ImportView get(@PathParam("id") String id) {
        return view(parsed(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Cancel an import",
            description = "What was taken stays. If-Match may be *: a running job changes every second.")
    @APIResponse(responseCode = "202", description = "It takes no more rows")
    @APIResponse(responseCode = "409", description = "`job-ended`: there is nothing to cancel")
    public Response cancel(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        var job = parsed(id);
        ifMatch.demand(view(job).etag());
        if (!worker.cancel(job)) {
            throw new AuthException.JobEnded();
        }
        return Response.accepted().build();
    }

    @GET
    @Path("/{id}/errors")
    @Operation(
            summary = "Rows that were refused",
            description = "By their lines; of very many at least the first ten thousand.")
    @APIResponse(responseCode = "200", description = "One page, in order of the lines")
    public Page<RowError> errors(@PathParam("id") String id, @BeanParam PageRequest page) {
        var job = parsed(id);
        view(job);
        var after = page.after(Position.class).map(Position::line).orElse(0L);
        return Page.of(jobs.errors(job, after, page.rowsToFetch()), page, error -> new Position(error.line()));
    }

    private ImportView view(UUID id) {
        return jobs.find(id).orElseThrow(() -> ProblemException.notFound("import"));
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("import"));
    }
}
