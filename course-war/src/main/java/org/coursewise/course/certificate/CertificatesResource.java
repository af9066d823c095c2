package org.coursewise.course.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.rest.id.Uuids;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates, to be verified by anybody who was shown one. */
@Path("/certificates/{id}")
@Tag(name = "Certificates")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class CertificatesResource {

    /** May be kept by anybody, who asks each time whether it still holds: it goes with its learner. */
    private static final String CACHING = "public, no-cache";

    @Inject
    Certificates certificates;

    @GET
    @Operation(
            summary = "Verify a certificate",
            description =
                    "Whoever knows its id sees that somebody completed the course, and when; who it was is not said.")
    @APIResponse(responseCode = "200", description = "It is real; to be kept, and asked for again with its ETag")
    @APIResponse(
            responseCode = "404",
            description = "There is no such certificate, or no more: it goes when its learner leaves")
    public CertificateView get(@PathParam("id") String id, @Context HttpServletResponse response) {
        var certificate =
                Uuids.parse(id).flatMap(certificates::find).orElseThrow(() -> ProblemException.notFound("certificate"));
        response.setHeader("Cache-Control", CACHING);
        return certificate;
    }
}
