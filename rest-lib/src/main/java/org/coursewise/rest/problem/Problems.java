package org.coursewise.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.rest.RestSettings;
import org.coursewise.trace.TraceContext;
import tools.jackson.databind.json.JsonMapper;

/** Tells a problem to a client: as an answer of JAX-RS, or straight to a servlet's response. */
@ApplicationScoped
public class Problems {

    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final RestSettings settings;
    private final Faults faults;

    @Inject
    Problems(RestSettings settings, @Any Instance<TransientFault> transientFaults) {
        this(settings, transientFaults.stream().toList());
    }

    public Problems(RestSettings settings, List<TransientFault> transientFaults) {
        this.settings = settings;
        this.faults = new Faults(transientFaults);
    }

    /** For the container's proxy alone. */
    Problems() {
        this(new RestSettings(URI.create("invalid:proxy"), List.of(), Optional.empty(), ""), List.of());
    }

    /** The problem that anything thrown is to the client; what is unexpected is logged here, once. */
    public ProblemException translate(Throwable thrown) {
        return faults.translate(thrown);
    }

    /** The problem of a bare status, as the container sets it. */
    public ProblemException ofStatus(int status) {
        return HttpFault.ofStatus(status, Map.of());
    }

    /** The answer to anything thrown while JAX-RS was at work. */
    Response answer(Throwable thrown) {
        if (thrown instanceof WebApplicationException said && saysEnough(said.getResponse())) {
            return said.getResponse();
        }
        return response(translate(thrown));
    }

    /** A redirect, or an answer that someone composed on purpose. */
    private static boolean saysEnough(Response response) {
        return response.getStatus() < 400 || response.hasEntity();
    }

    /** Its wire form, with the current trace as its instance. */
    public Problem document(ProblemException problem) {
        var type = problem.type();
        var trace = TraceContext.current().orElseGet(() -> TraceContext.continueFrom(null));
        return new Problem(
                settings.problemType(type.code()),
                type.title(),
                type.status(),
                problem.detail(),
                trace.traceId(),
                problem.errors());
    }

    /** The answer of a resource. */
    public Response response(ProblemException problem) {
        var builder = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(document(problem));
        headers(problem).forEach(builder::header);
        return builder.build();
    }

    /** The answer of whatever is not a resource; nothing when an answer is already on its way. */
    public void write(ProblemException problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.type().status());
        headers(problem).forEach(response::setHeader);
        var body = JSON.writeValueAsBytes(document(problem));
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, String> headers(ProblemException problem) {
        var headers = new LinkedHashMap<String, String>();
        switch (problem.type().status()) {
            case 401 -> headers.put("WWW-Authenticate", challenge(problem.type()));
            case 429, 503 -> headers.put("Retry-After", seconds(DEFAULT_PAUSE));
            default -> {
                // no header belongs to the status itself
            }
        }
        var pause = problem.retryAfter();
        if (pause != null) {
            headers.put("Retry-After", seconds(pause));
        }
        headers.putAll(problem.headers());
        return headers;
    }

    private static String challenge(ProblemType type) {
        // RFC 6750, 3: who sent no token is told no error
        return type.equals(ProblemType.INVALID_ACCESS_TOKEN) ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    private static String seconds(Duration pause) {
        return Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
    }
}
