package org.coursewise.course.invitation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is invited to a course, by mail address. */
@Path("/courses/{id}/invitations")
@Tag(name = "Invitations")
@RolesAllowed({"instructor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {

    private static final int MOST = 1_000;
    private static final int LONGEST = 320;

    @Inject
    Inviting inviting;

    @Inject
    InvitationWorker worker;

    /** Whom to enrol. */
    @Schema(name = "InvitationRequest")
    public record InvitationRequest(
            @NotEmpty @Size(max = MOST) @Schema(description = "Mail addresses", examples = "[\"ada@example.org\"]")
            List<@NotNull @Size(max = LONGEST) String> emails,

            @Schema(description = "Wait for a seat when there is none", defaultValue = "true", examples = "true")
            @Nullable
            Boolean waitingList) {}

    /** What becomes of an address; the same whether it is somebody's or not. */
    @Schema(name = "InvitationOutcome")
    public enum Outcome {
        ACCEPTED,
        INVALID;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is said of one address. */
    @Schema(name = "InvitedAddress")
    public record Answered(
            @Schema(examples = "ada@example.org") String email,

            @Schema(description = "accepted, or invalid for what is no address", examples = "accepted")
            Outcome status) {}

    /** What is said of each. */
    @Schema(name = "InvitedAddresses")
    public record Invited(List<Answered> items) {}

    /** Where the next page begins. */
    record Position(UUID id) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enrol people by mail address",
            description =
                    "Who has verified the address is enrolled within moments; anybody else as soon as they have, unless"
                            + " the invitation has expired by then. Seats, dates and prerequisites count in that moment: who"
                            + " does not get in is looked at again when the course changes. The answer does not tell who has an"
                            + " account.")
    @APIResponse(
            responseCode = "202",
            description = "What was said of each address, in their order",
            content = @Content(schema = @Schema(implementation = Invited.class)))
    @APIResponse(responseCode = "409", description = "The course is archived")
    public Response invite(@PathParam("id") String id, @NotNull @Valid InvitationRequest request) {
        var answered = inviting.invite(parsed(id), request.emails(), !Boolean.FALSE.equals(request.waitingList()));
        worker.call();
        return Response.accepted(new Invited(answered)).build();
    }

    @GET
    @Operation(summary = "Who is invited to a course")
    @APIResponse(responseCode = "200", description = "One page, the oldest first")
    public Page<InvitationView> list(
            @PathParam("id") String id,
            @Parameter(
                            description = "Only those in this state; all when absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "withdrawn", "expired"}))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        var only = InvitationState.ofFilter(state).orElse(null);
        var after = page.after(Position.class).map(Position::id).orElse(null);
        var rows = inviting.list(parsed(id), only, after, page.rowsToFetch());
        return Page.of(rows, page, row -> new Position(UUID.fromString(row.id())));
    }

    private static CourseId parsed(String id) {
        return CourseId.parse(id).orElseThrow(() -> ProblemException.notFound("course"));
    }
}
