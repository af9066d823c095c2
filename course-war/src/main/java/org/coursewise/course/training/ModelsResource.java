package org.coursewise.course.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    @PUT
    @Path("/{version}/promotion")
    @Operation(summary = "Put a model into service", description = "An older one, to roll back.")
    @APIResponse(responseCode = "204", description = "Every replica will answer with it within seconds")
    public void promote(@PathParam("version") String version) {
        models.promote(version);
    }
}
