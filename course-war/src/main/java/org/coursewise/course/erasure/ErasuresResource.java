package org.coursewise.course.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.receipt.ErasureReceipt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What course says of having erased somebody. */
@Path("/admin/erasures/course/{userId}")
@Tag(name = "Administration")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ErasuresResource {

    @Inject
    Erasures erasures;

    @GET
    @Operation(summary = "Has course erased this person?")
    @APIResponse(responseCode = "200", description = "It has; when")
    @APIResponse(responseCode = "404", description = "It has not, or not yet")
    public ErasureReceipt get(
            @Parameter(description = "The id the account had", example = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
                    @PathParam("userId")
                    String userId) {
        return erasures.find(userId).orElseThrow(() -> ProblemException.notFound("erasure"));
    }
}
