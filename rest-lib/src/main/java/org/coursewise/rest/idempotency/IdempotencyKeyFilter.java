package org.coursewise.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;

/** Looks, once the caller is known and allowed, whether the request was made before. */
@Provider
@Idempotent
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyKeyFilter implements ContainerRequestFilter {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    static final String HOLD = IdempotencyKeyFilter.class.getName();

    /** Visible ASCII; the draft's quotes around it are taken as part of it. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    IdempotentRequests requests;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalidInput(HEADER, "must be 1 to 255 visible ASCII characters");
        }
        var body = KeptBody.of(request.getEntityStream());
        var uri = request.getUriInfo().getRequestUri();
        var identity = RequestIdentity.of(
                caller.distinguishingMark(),
                request.getMethod(),
                uri.getRawPath(),
                key,
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                body.hash());
        var isWanted = false;
        try {
            var decision = requests.begin(identity);
            if (decision instanceof IdempotentRequests.Decision.Replay replay) {
                request.abortWith(response(replay.answer()));
            } else if (decision instanceof IdempotentRequests.Decision.Do todo) {
                request.setProperty(HOLD, todo.hold());
                request.setEntityStream(body.open());
                isWanted = true;
            }
        } finally {
            if (!isWanted) {
                body.discard();
            }
        }
    }

    private static Response response(StoredAnswer answer) {
        var builder = Response.status(answer.status());
        answer.headers().forEach(builder::header);
        return answer.body().isEmpty()
                ? builder.build()
                : builder.entity(answer.body().getBytes(StandardCharsets.UTF_8)).build();
    }
}
