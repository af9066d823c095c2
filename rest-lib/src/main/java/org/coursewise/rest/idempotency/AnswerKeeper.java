package org.coursewise.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answer before it is sent, as the last filter and the outermost interceptor, so that it is kept with
 * all its headers and exactly as it goes out.
 */
@Provider
@Idempotent
@ApplicationScoped
@Priority(1)
public class AnswerKeeper implements ContainerResponseFilter, WriterInterceptor {

    private static final String STATUS = AnswerKeeper.class.getName();

    @Inject
    IdempotentRequests requests;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(IdempotencyKeyFilter.HOLD) instanceof IdempotentRequests.Hold hold) {
            request.setProperty(STATUS, response.getStatus());
            if (!response.hasEntity()) {
                requests.end(hold, StoredAnswer.of(response.getStatus(), response::getHeaderString, ""));
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(IdempotencyKeyFilter.HOLD) instanceof IdempotentRequests.Hold hold)
                || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        var client = context.getOutputStream();
        var body = new ByteArrayOutputStream();
        context.setOutputStream(body);
        context.proceed();
        requests.end(
                hold, StoredAnswer.of(status, name -> header(context, name), body.toString(StandardCharsets.UTF_8)));
        body.writeTo(client);
    }

    private static @Nullable String header(WriterInterceptorContext context, String name) {
        var value = context.getHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }
}
