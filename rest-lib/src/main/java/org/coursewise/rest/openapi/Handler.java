package org.coursewise.rest.openapi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.conditional.Versioned;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.page.Paged;
import org.jspecify.annotations.Nullable;

/** The Java method behind an operation, and what its annotations say that OpenAPI's scanner does not read. */
record Handler(Method method) {

    /** The scanner names an operation by class and method, joined by an underscore. */
    static Optional<Handler> of(@Nullable String operationId) {
        if (operationId == null) {
            return Optional.empty();
        }
        var end = operationId.lastIndexOf('_');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var resource = Class.forName(operationId.substring(0, end), false, loader);
            return Arrays.stream(resource.getDeclaredMethods())
                    .filter(candidate ->
                            !candidate.isSynthetic() && candidate.getName().equals(operationId.substring(end + 1)))
                    .findFirst()
                    .map(Handler::new);
        } catch (ClassNotFoundException e) {
            // a resource that named its operation itself
            return Optional.empty();
        }
    }

    /** As in {@code usersRegister} for {@code UsersResource.register}. */
    String operationName() {
        var resource = method.getDeclaringClass().getSimpleName().replaceAll("Resource$", "");
        var name = method.getName();
        return resource.substring(0, 1).toLowerCase(Locale.ROOT)
                + resource.substring(1)
                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1);
    }

    /** Who may call, if not anyone. */
    Optional<List<String>> roles() {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        if (method.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(List.of());
        }
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(RolesAllowed.class)))
                .map(allowed -> List.of(allowed.value()));
    }

    boolean isIdempotent() {
        return method.isAnnotationPresent(Idempotent.class)
                || method.getDeclaringClass().isAnnotationPresent(Idempotent.class);
    }

    boolean givesPage() {
        return Paged.class.isAssignableFrom(method.getReturnType());
    }

    boolean givesVersion() {
        return Versioned.class.isAssignableFrom(method.getReturnType());
    }
}
