package org.coursewise.course.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.coursewise.course.problem.CourseException;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.imports.ImportJobs;
import org.coursewise.imports.ImportView;
import org.coursewise.imports.ImportWorker;
import org.coursewise.imports.RowError;
import org.coursewise.imports.Upload;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of courses and what they teach, of enrolments, lessons that were done and reviews, taken in the background. */
@Path("/imports")
@Tag(name = "Imports")
@RolesAllowed({"admin", "catalog:write", "learning:write"})
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String CSV = "text/csv";

    @Inject
    Upload upload;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportWorker worker;

    @Inject
    Caller caller;

    /** Where the next page of errors begins. */
    record Position(long line) {}

    private static final String CHOICES =
            "courses, sections, lessons, enrollments, completions or reviews; with the format oneroster courses, classes"
                    + " or enrollments";

    @POST
    @Idempotent
    @Consumes(CSV)
    @Operation(
            summary = "Import a file",
            description =
                    "CSV in UTF-8 with a header, up to 100 MiB; columns are found by name, lists inside a cell are"
                            + " separated by |. Into an empty installation the kinds come in this order. courses: code,title and"
                            + " summary, categories, tags, level, language, instructors, durationHours, capacity, prerequisites"
                            + " (codes), description, published, archived, enrollFrom, enrollUntil, startsAt, endsAt, and of"
                            + " a new one id, createdAt, publishedAt; it is published at once unless published says false."
                            + " sections: course_code,title and id, position. lessons:"
                            + " title,kind (text, video, link or quiz), section_id, or course_code and section, and id, position,"
                            + " content. Sections and lessons without an id are known by what they are in, their title and"
                            + " which of that title they are; positions count from 1, without one a new one comes to the end."
                            + " enrollments: learner,course_code and enrolled_at, completed_at, status (active, completed,"
                            + " waiting or cancelled), certificate_id (of one that is completed and has none; needs"
                            + " completed_at); they are facts, whatever a course's capacity. completions:"
                            + " learner,course_code,lesson_id,completed_at and status and enrolled_at of the enrolment, which"
                            + " count where it was cancelled; they complete no course and issue no certificate. reviews:"
                            + " learner,course_code,rating and at, written_at (when it was first written), comment, status"
                            + " (shown or hidden: one is hidden unless a moderator here has decided over it, none is shown"
                            + " again); they need no enrolment, and of a learner's course the latest word stays. Other columns"
                            + " are ignored. An apostrophe before =, +, -, @ at the beginning of a cell is taken off. The same"
                            + " file twice changes nothing. Courses, sections and lessons need catalog:write, the rest"
                            + " learning:write. With format=oneroster the file is courses.csv, classes.csv or enrollments.csv"
                            + " of OneRoster 1.2; docs/oneroster.md says what is taken of it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "learner,course_code,enrolled_at\nL1,ALG-1,2026-09-01\n"))
    @APIResponse(
            responseCode = "202",
            description = "The file is kept and a job will take its rows",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response create(
            @Parameter(
                            required = true,
                            description = CHOICES,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "courses",
                                                "sections",
                                                "lessons",
                                                "enrollments",
                                                "completions",
                                                "reviews",
                                                "classes"
                                            }))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(
                            description = "How the columns are named: csv is Coursewise's own way, oneroster that of"
                                    + " OneRoster 1.2",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {FileFormat.CSV, FileFormat.ONEROSTER},
                                            defaultValue = FileFormat.CSV))
                    @QueryParam("format")
                    @DefaultValue(FileFormat.CSV)
                    String format,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException {
        var id = upload.receive(allowed(kind, format).wireName(), headers.getMediaType(), body);
        worker.call();
        return Response.accepted(view(id))
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    @GET
    @Operation(summary = "Imports", description = "Of the kinds that the caller may import.")
    @APIResponse(responseCode = "200", description = "One page, the newest first")
    public Page<ImportView> list(@BeanParam PageRequest page) {
        var kinds = Arrays.stream(ImportKind.values())
                .filter(this::mayImport)
                .map(ImportKind::wireName)
                .toList();
        return jobs.list(kinds, page).map(ImportsResource::shown);
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
            throw new CourseException.JobEnded();
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

    private ImportKind allowed(@Nullable String name, String format) {
        var kind = ImportKind.of(name == null ? "" : name, format)
                .orElseThrow(() -> ProblemException.invalidInput("kind", "must be " + CHOICES));
        if (!mayImport(kind)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Importing " + kind.kind() + " needs " + kind.scope() + ".");
        }
        return kind;
    }

    private boolean mayImport(ImportKind kind) {
        return caller.hasRole("admin") || caller.hasRole(kind.scope());
    }

    private ImportView view(UUID id) {
        var job = jobs.find(id).orElseThrow(() -> ProblemException.notFound("import"));
        var kind = ImportKind.ofWireName(job.kind()).orElseThrow();
        if (!mayImport(kind)) {
            throw ProblemException.notFound("import");
        }
        return shown(job);
    }

    private static ImportView shown(ImportView job) {
        return job.withKind(ImportKind.ofWireName(job.kind()).orElseThrow().kind());
    }

    private static UUID parsed(String id) {
        return Uuids.parse(id).orElseThrow(() -> ProblemException.notFound("import"));
    }
}
