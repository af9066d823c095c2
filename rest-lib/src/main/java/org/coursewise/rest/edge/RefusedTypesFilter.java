package org.coursewise.rest.edge;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A weight of 0 in Accept says "not this" (RFC 9110, 12.4.2). RESTEasy serves it all the same, as the last choice. */
@Provider
public class RefusedTypesFilter implements ContainerRequestFilter {

    private static final Pattern ZERO = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|;|$)");

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var accept = request.getHeaderString("Accept");
        var produces = produces();
        if (accept != null
                && produces != null
                && ZERO.matcher(accept).find()
                && Arrays.stream(produces.value()).noneMatch(type -> isWanted(type, accept))) {
            throw new NotAcceptableException();
        }
    }

    private @Nullable Produces produces() {
        if (resource == null || resource.getResourceMethod() == null) {
            return null;
        }
        var ofMethod = resource.getResourceMethod().getAnnotation(Produces.class);
        return ofMethod == null ? resource.getResourceClass().getAnnotation(Produces.class) : ofMethod;
    }

    /** The range that fits most closely decides. */
    static boolean isWanted(String type, String accept) {
        return Arrays.stream(accept.split(",", -1))
                .map(range -> range.strip().toLowerCase(Locale.ROOT))
                .filter(range -> closeness(type, range) > 0)
                .max(Comparator.comparingInt(range -> closeness(type, range)))
                .filter(range -> !ZERO.matcher(range).find())
                .isPresent();
    }

    private static int closeness(String type, String range) {
        var name = range.split(";", 2)[0].strip();
        if (name.equals(type)) {
            return 3;
        }
        if (name.endsWith("/*") && type.startsWith(name.substring(0, name.length() - 1))) {
            return 2;
        }
        return name.equals("*/*") ? 1 : 0;
    }
}
