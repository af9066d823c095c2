package org.coursewise.course.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Models, and which of them serves. */
@Path("/admin/models")
@Tag(name = "Models")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    @Inject
    Models models;

    @Inject
    Trials trials;

    /** Where the next page of models begins. */
    record Position(String version) {}

    @GET
    @Operation(summary = "Models")
    @APIResponse(responseCode = "200", description = "One page, the newest first")
    public Page<ModelView> list(@BeanParam PageRequest page) {
        var before = page.after(Position.class).map(Position::version).orElse(null);
        return Page.of(models.list(before, page.rowsToFetch()), page, model -> new Position(model.version()));
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "One model")
    @APIResponse(responseCode = "200", description = "The model and its figures, beside those of the one in service")
    public ModelView get(@PathParam("version") String version) {
        return models.view(version);
    }

    /** How many learners a model on trial answers. */
    @Schema(name = "TrialRequest")
    public record TrialRequest(
            @NotNull
            @DecimalMin("0.001")
            @DecimalMax("0.5")
            @Schema(description = "Of learners, by a hash of their ids", examples = "0.1")
            Double share) {}

    @PUT
    @Path("/{version}/trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Try a model on some learners",
            description =
                    "Beside the one in service; GET /admin/recommendation-stats shows how both do. It takes the place"
                            + " of another trial, and ends when the model is put into service.")
    @APIResponse(responseCode = "204", description = "Every replica will answer those learners with it within seconds")
    @APIResponse(responseCode = "409", description = "The model is in service, or cannot be used")
    public void beginTrial(@PathParam("version") String version, @NotNull @Valid TrialRequest request) {
        trials.beginTrial(version, request.share());
    }

    @DELETE
    @Path("/{version}/trial")
    @Operation(summary = "End a trial", description = "The model in service answers everybody again.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endTrial(@PathParam("version") String version) {
        trials.endTrial(version);
    }

    /** For how many learners a model makes lists. */
    @Schema(name = "ShadowRequest")
    public record ShadowRequest(
            @NotNull
            @DecimalMin("0.001")
            @DecimalMax("1")
            @Schema(description = "Of learners, by a hash of their ids", examples = "0.2")
            Double share) {}

    @PUT
    @Path("/{version}/shadow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Look what a model would show",
            description =
                    "It answers nobody. For a share of the learners its lists are made in the background and compared with what"
                            + " was shown; GET /admin/recommendation-stats says how much they have in common, and how much of"
                            + " what was opened and enrolled in they had. When there is much to do some are left out. It takes"
                            + " the place of another shadow, and ends when the model is put into service.")
    @APIResponse(responseCode = "204", description = "Every replica will begin within seconds")
    @APIResponse(responseCode = "409", description = "The model is in service, or cannot be used")
    public void beginShadow(@PathParam("version") String version, @NotNull @Valid ShadowRequest request) {
        trials.beginShadow(version, request.share());
    }

    @DELETE
    @Path("/{version}/shadow")
    @Operation(summary = "End a shadow", description = "What was counted stays.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void endShadow(@PathParam("version") String version) {
        trials.endShadow(version);
    }

    @PUT
    @Path("/{version}/promotion")
    @Operation(summary = "Put a model into service", description = "An older one, to roll back.")
    @APIResponse(responseCode = "204", description = "Every replica will answer with it within seconds")
    @APIResponse(
            responseCode = "409",
            description = "The model cannot be used: it is damaged, or of another version's format")
    public void promote(@PathParam("version") String version) {
        models.promote(version);
    }
}
