package org.coursewise.course.exports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All courses, sections, lessons, enrolments, lessons that were done or reviews as a file. */
@Path("/exports")
@Tag(name = "Exports")
@RolesAllowed({"admin", "catalog:write", "learning:write"})
@Produces(ExportsResource.CSV)
public class ExportsResource {

    static final String CSV = "text/csv";
    private static final String CHOICES =
            "courses, sections, lessons, enrollments, completions or reviews; with the format oneroster courses, classes"
                    + " or enrollments";

    @Inject
    Exports exports;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "Export everything of a kind",
            description =
                    "CSV in UTF-8 with the columns that imports take, so that the file makes the same again elsewhere."
                            + " It is streamed, however long, and shows one moment. Enrolments come with their certificates, and"
                            + " reviews also where they are hidden, not where they were taken back. Courses, sections and lessons"
                            + " need catalog:write, the rest learning:write. A cell that a spreadsheet would take for a formula"
                            + " has an apostrophe in front, which"
                            + " imports take off. With format=oneroster it is courses.csv, classes.csv or enrollments.csv of"
                            + " OneRoster 1.2, in bulk: what is in the catalogue and who is in it; see docs/oneroster.md.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "Names the file",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = CSV,
                            // a file to a client, and no JSON text
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "learner,course_code,enrolled_at,completed_at,status,certificate_id\r\n"))
    public Response export(
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
                    String format) {
        var file = allowed(kind == null ? "" : kind, format);
        var who = caller.id();
        StreamingOutput rows = into -> exports.write(file, who, into);
        return Response.ok(rows, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .build();
    }

    private ExportedFile allowed(String kind, String format) {
        var file = exports.find(kind, format)
                .orElseThrow(() -> ProblemException.invalidInput("kind", "must be " + CHOICES));
        if (!caller.hasRole("admin") && !caller.hasRole(file.scope())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Exporting " + kind + " needs " + file.scope() + ".");
        }
        return file;
    }
}
