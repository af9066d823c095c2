package org.coursewise.localstack.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** Says every error of the gateway's own as a problem document; never a page, never a stack trace. */
final class Problems extends ErrorHandler {

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-.*");
    private static final String RETRY_SECONDS = "2";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;

    /** @param base what a problem's code is appended to */
    Problems(String base) {
        this.base = base;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var problem = problem(response.getStatus(), instance(request));
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (problem.status() >= HttpStatus.BAD_GATEWAY_502) {
            headers.put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(problem)), callback);
        return true;
    }

    private Problem problem(int status, String instance) {
        return switch (status) {
            case HttpStatus.BAD_REQUEST_400 ->
                problem(status, instance, "bad-request", "Bad request", "The request cannot be understood.");
            case HttpStatus.INTERNAL_SERVER_ERROR_500 ->
                problem(status, instance, "internal-error", "Something went wrong", "This is our fault.");
            case HttpStatus.NOT_FOUND_404 ->
                problem(status, instance, "not-found", "Not found", "There is nothing at this path.");
            case HttpStatus.BAD_GATEWAY_502 ->
                problem(status, instance, "bad-gateway", "Bad gateway", "The service broke off its answer.");
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                problem(
                        status,
                        instance,
                        "unavailable",
                        "Temporarily unavailable",
                        "The service behind this path does not answer now.");
            case HttpStatus.GATEWAY_TIMEOUT_504 ->
                problem(status, instance, "gateway-timeout", "Gateway timeout", "The service took too long to answer.");
            default -> {
                var title = HttpStatus.getMessage(status);
                var code = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                yield problem(status, instance, code, title, "The request could not be passed on.");
            }
        };
    }

    private Problem problem(int status, String instance, String code, String title, String detail) {
        return new Problem(base + code, title, status, detail, instance);
    }

    /** The caller's trace, or one of our own that at least tells two complaints apart. */
    private static String instance(Request request) {
        var parent = request.getHeaders().get("traceparent");
        if (parent != null) {
            var matcher = TRACE_PARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
