package org.coursewise.course.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.json.MergePatch;
import org.coursewise.rest.json.Rendered;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
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
import tools.jackson.databind.JsonNode;

/** The catalogue. */
@Path("/courses")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CoursesResource {

    @Inject
    Catalogue catalogue;

    @Inject
    ShownCourses shown;

    @Inject
    Editor editor;

    @Inject
    CourseSearch search;

    @Inject
    MergePatch mergePatch;

    @GET
    @PermitAll
    @Operation(
            summary = "Find courses",
            description = "Published ones; instructors see their drafts too, administrators all.")
    @APIResponse(responseCode = "200", description = "One page, with counts of what there is among all found")
    public CoursePage list(
            @Parameter(
                            description =
                                    "Words that all have to be there, in any form of theirs; the last one may be the beginning of a word. When little is found, words that are near count too",
                            example = "linear algebra")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(
                            description =
                                    "One of its categories, or what is above it: computing for computing/databases",
                            example = "Mathematics")
                    @QueryParam("category")
                    @Nullable
                    String category,
            @Parameter(description = "beginner, intermediate or advanced") @QueryParam("level") @Nullable String level,
            @Parameter(description = "Its language, by a BCP 47 tag", example = "en") @QueryParam("language") @Nullable
                    String language,
            @Parameter(description = "A user's id") @QueryParam("instructor") @Nullable String instructor,
            @Parameter(
                            description =
                                    "relevance (the default with q), newest (without), title, rating or popularity",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"relevance", "newest", "title", "rating", "popularity"}))
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        return search.find(CourseFilter.of(text, category, level, language, instructor, sort), page);
    }

    @POST
    @Idempotent
    @RolesAllowed({"instructor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a course", description = "A draft, until it is published.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "409", description = "`code-taken`: another course has the code")
    public Response create(@NotNull @Valid CourseFields fields, @Context UriInfo uri) {
        var course = catalogue.create(fields);
        return Response.created(uri.getAbsolutePathBuilder().path(course.id()).build())
                .entity(course)
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One course")
    @APIResponse(
            responseCode = "200",
            description = "The course, with its ETag",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    public Rendered get(@PathParam("id") String id) {
        return shown.find(parsed(id))
                .filter(course -> editor.sees(course.view()))
                .orElseThrow(() -> ProblemException.notFound("course"))
                .rendered();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"instructor", "admin"})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change a course",
            description =
                    "Prerequisites by way of which the course would need itself are 400; the message names the cycle.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CourseFields.class)))
    @APIResponse(responseCode = "200", description = "The course as it is now, with its new ETag")
    @APIResponse(responseCode = "409", description = "`code-taken`: another course has the code")
    public CourseView change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, @NotNull JsonNode patch) {
        return catalogue.change(
                parsed(id), fields -> mergePatch.apply(fields, patch, CourseFields.class), sameEdition(ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"instructor", "admin"})
    @Operation(
            summary = "Archive a course",
            description = "It leaves the catalogue for good; who is enrolled stays so.")
    @APIResponse(responseCode = "204", description = "Archived")
    public void archive(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        catalogue.archive(parsed(id), sameEdition(ifMatch));
    }

    @PUT
    @Path("/{id}/publication")
    @RolesAllowed({"instructor", "admin"})
    @Operation(
            summary = "Publish a course",
            description = "Learners find it and enrol from now on. Doing so again changes nothing.")
    @APIResponse(responseCode = "204", description = "It is in the catalogue")
    @APIResponse(responseCode = "409", description = "It is archived")
    public void publish(@PathParam("id") String id) {
        catalogue.publish(parsed(id));
    }

    @DELETE
    @Path("/{id}/publication")
    @RolesAllowed({"instructor", "admin"})
    @Operation(
            summary = "Take a course out of the catalogue",
            description = "It is a draft again; one that is archived stays so.")
    @APIResponse(responseCode = "204", description = "It is no more in the catalogue")
    public void withdraw(@PathParam("id") String id) {
        catalogue.withdraw(parsed(id));
    }

    private static Consumer<CourseView> sameEdition(IfMatch ifMatch) {
        return course -> ifMatch.demand(course::isOfEdition);
    }

    private static CourseId parsed(String id) {
        return CourseId.parse(id).orElseThrow(() -> ProblemException.notFound("course"));
    }
}
