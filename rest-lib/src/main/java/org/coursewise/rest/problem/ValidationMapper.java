package org.coursewise.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** RESTEasy brings a mapper of its own for these, which a mapper for Throwable does not replace. */
@Provider
@ApplicationScoped
public class ValidationMapper implements ExceptionMapper<ValidationException> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(ValidationException thrown) {
        return problems.answer(thrown);
    }
}
