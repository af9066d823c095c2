package org.coursewise.rest.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.coursewise.rest.problem.Problem;

/** Writes records as JSON: camelCase, nulls as null, instants in UTC. */
@Provider
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE, "application/jwk-set+json"})
public class JsonBodyWriter implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RawTypes.areNot(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        // as a whole first: a failure must become a 500, not half an answer
        if (value instanceof Rendered rendered) {
            rendered.language().ifPresent(language -> headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language));
            body.write(rendered.json());
        } else {
            body.write(StrictJson.mapper().writeValueAsBytes(value));
        }
    }
}
