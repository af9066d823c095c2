package org.coursewise.rest.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the fields of a Bean Validation failure as the client wrote them: no method, no parameter, no class. */
final class InputViolations {

    private InputViolations() {}

    /** A violated result is our own mistake. */
    static boolean areTheClients(ConstraintViolationException failure) {
        return failure.getConstraintViolations() != null
                && failure.getConstraintViolations().stream().allMatch(violation -> nodes(violation).stream()
                        .noneMatch(node -> node.getKind() == ElementKind.RETURN_VALUE));
    }

    static List<FieldError> fields(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    private static String field(ConstraintViolation<?> violation) {
        var nodes = nodes(violation);
        var field = new StringBuilder();
        Class<?> beanOfParameters = violation.getRootBeanClass();
        Path.@Nullable MethodNode method = null;
        for (var node : nodes) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER -> {
                    var index = node.as(Path.ParameterNode.class).getParameterIndex();
                    var parameter = parameter(violation.getRootBeanClass(), method, index);
                    beanOfParameters = null;
                    if (parameter != null) {
                        append(field, parameterName(parameter), node);
                        beanOfParameters = parameter.isAnnotationPresent(BeanParam.class) ? parameter.getType() : null;
                    }
                }
                case PROPERTY -> {
                    append(field, propertyName(beanOfParameters, node.getName()), node);
                    beanOfParameters = null;
                }
                default -> append(field, null, node);
            }
        }
        return field.toString();
    }

    private static void append(StringBuilder field, @Nullable String name, Path.Node node) {
        if (node.isInIterable()) {
            var position = node.getIndex() != null ? node.getIndex() : node.getKey();
            field.append('[').append(position == null ? "" : position).append(']');
        }
        if (name != null && !name.isEmpty()) {
            field.append(field.isEmpty() ? "" : ".").append(name);
        }
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        return nodes;
    }

    private static @Nullable Parameter parameter(Class<?> root, Path.@Nullable MethodNode method, int index) {
        if (method == null) {
            return null;
        }
        var types = method.getParameterTypes().toArray(Class<?>[]::new);
        // the root may be the container's proxy, whose methods have lost their annotations
        for (Class<?> type = root; type != null; type = type.getSuperclass()) {
            for (var candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), types)
                        && (candidate.getParameters()[index].getAnnotations().length > 0
                                || type.getSuperclass() == Object.class)) {
                    return candidate.getParameters()[index];
                }
            }
        }
        return null;
    }

    /** The body has no name of its own: its fields stand alone. */
    private static @Nullable String parameterName(AnnotatedElement element) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return element.getAnnotation(QueryParam.class).value();
        }
        if (element.isAnnotationPresent(PathParam.class)) {
            return element.getAnnotation(PathParam.class).value();
        }
        if (element.isAnnotationPresent(HeaderParam.class)) {
            return element.getAnnotation(HeaderParam.class).value();
        }
        if (element.isAnnotationPresent(FormParam.class)) {
            return element.getAnnotation(FormParam.class).value();
        }
        if (element.isAnnotationPresent(CookieParam.class)) {
            return element.getAnnotation(CookieParam.class).value();
        }
        return null;
    }

    private static String propertyName(@Nullable Class<?> bean, String name) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field candidate : type.getDeclaredFields()) {
                if (candidate.getName().equals(name)) {
                    var parameter = parameterName(candidate);
                    return parameter == null ? name : parameter;
                }
            }
        }
        return name;
    }
}
