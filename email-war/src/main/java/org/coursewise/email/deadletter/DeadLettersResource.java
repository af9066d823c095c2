package org.coursewise.email.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.coursewise.email.consumer.EmailConsumers;
import org.coursewise.events.consumer.DeadLetterBox.Letter;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records that a consumer could not handle: look, and have them read again. */
@Path("/dead-letters")
@Tag(name = "Dead letters")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private static final int MOST_AT_ONCE = 2;
    /** Each question opens a connection to Kafka and may read a lot. */
    private static final Semaphore QUESTIONS = new Semaphore(MOST_AT_ONCE);

    @Inject
    EmailConsumers consumers;

    @GET
    @Operation(
            summary = "Records that could not be handled, the newest first",
            description =
                    "Of the topics that email hears: its own consumers' and others'. Kafka keeps them for a while,"
                            + " also after they were read again.")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A bad limit or cursor")
    @APIResponse(responseCode = "503", description = "Kafka does not answer, or others are looking")
    public Page<DeadLetterView> list(@BeanParam PageRequest page) {
        var before = page.after(LetterCursor.class).map(LetterCursor::places).orElse(Map.of());
        var letters = asked(() -> consumers.deadLetterBox().newest(before, page.rowsToFetch()));
        var shown = letters.subList(0, Math.min(letters.size(), page.limit()));
        return Page.of(letters, page, (Letter last) -> LetterCursor.after(before, shown))
                .map(DeadLetterView::of);
    }

    @POST
    @Idempotent
    @Path("/{id}/replays")
    @Operation(
            summary = "Have a record read again by the consumer that could not handle it",
            description = "No other consumer is given it. If it fails again there is a new dead letter.")
    @APIResponse(responseCode = "202", description = "It is in its topic again")
    @APIResponse(responseCode = "404", description = "There is no such dead letter, or not any more")
    @APIResponse(
            responseCode = "409",
            description = "dead-letter-not-replayable: its value was too large to be kept, or it is none of ours")
    @APIResponse(responseCode = "503", description = "Kafka does not answer, or others are looking")
    public Response replay(
            @PathParam("id") @Parameter(description = "As the list has it", example = "email.command.v1~2~17")
                    String id) {
        var letter = LetterId.parse(id)
                .flatMap(known -> asked(() -> consumers.deadLetterBox().find(known.place(), known.offset())))
                .orElseThrow(() -> ProblemException.notFound("dead letter"));
        try {
            consumers.readAgain(letter);
        } catch (IllegalArgumentException e) {
            throw new NotReplayableException(String.valueOf(e.getMessage()));
        } catch (ExecutionException | KafkaException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        return Response.accepted().build();
    }

    private static <T> T asked(Supplier<T> question) {
        if (!QUESTIONS.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED, "Others are looking at dead letters; try again.");
        }
        try {
            return question.get();
        } catch (KafkaException e) {
            throw unavailable();
        } finally {
            QUESTIONS.release();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(ProblemType.UNAVAILABLE, "Kafka does not answer; try again in a moment.");
    }
}
