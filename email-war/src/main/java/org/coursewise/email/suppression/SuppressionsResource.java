package org.coursewise.email.suppression;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.coursewise.address.EmailAddress;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Addresses that are not written to. */
@Path("/suppressions")
@Tag(name = "Suppressions")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class SuppressionsResource {

    @Inject
    Suppressions suppressions;

    @Inject
    Clock clock;

    /** What an administrator asks for. */
    @Schema(name = "SuppressionRequest")
    record NewSuppression(
            @NotBlank @Size(max = 320) @Schema(examples = "ada@example.org")
            String address,

            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must not hold control characters")
            @Schema(description = "For other administrators to read", examples = "Asked us by telephone to stop")
            String reason) {}

    /** A suppressed address as clients see it. */
    @Schema(name = "Suppression")
    record SuppressionView(
            @Schema(description = "In lower case", examples = "ada@example.org")
            String address,

            @Schema(
                    description = "An administrator's words, or the SMTP server's",
                    examples = "550 5.1.1 No such user here")
            String reason,

            Instant since) {

        static SuppressionView of(Suppression suppression) {
            return new SuppressionView(suppression.address().value(), suppression.reason(), suppression.since());
        }
    }

    @GET
    @Operation(
            summary = "Suppressed addresses, the newest first",
            description =
                    "An address is added by an administrator, or when the mail system behind it says for good that"
                            + " there is no such mailbox. Mails about security are sent all the same.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A bad limit or cursor")
    public Page<SuppressionView> list(@BeanParam PageRequest page) {
        var after = page.after(SuppressionCursor.class).orElse(null);
        return Page.of(suppressions.list(after, page.rowsToFetch()), page, SuppressionCursor::of)
                .map(SuppressionView::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write to an address no more",
            description = "Mails to it that are not sent yet become suppressed, but for those about security.")
    @APIResponse(
            responseCode = "201",
            description = "It holds from now on",
            content = @Content(schema = @Schema(implementation = SuppressionView.class)))
    @APIResponse(responseCode = "409", description = "already-suppressed: the address is on the list")
    public Response add(@NotNull @Valid NewSuppression request) {
        var address = EmailAddress.parse(request.address())
                .orElseThrow(() -> ProblemException.invalidInput("address", "is not a mail address"));
        var now = clock.instant();
        if (!suppressions.add(address, request.reason(), now)) {
            throw new AlreadySuppressedException();
        }
        var added = new Suppression(address, request.reason(), now);
        return Response.status(Response.Status.CREATED)
                .entity(SuppressionView.of(added))
                .build();
    }

    @DELETE
    @Path("/{address}")
    @Operation(summary = "Write to an address again")
    @APIResponse(responseCode = "204", description = "It is no longer suppressed")
    @APIResponse(responseCode = "404", description = "It was not suppressed")
    public void remove(
            @PathParam("address") @Parameter(description = "In any case of letters", example = "ada@example.org")
                    String address) {
        var isRemoved = EmailAddress.parse(address).map(suppressions::remove).orElse(false);
        if (!isRemoved) {
            throw ProblemException.notFound("suppression");
        }
    }
}
