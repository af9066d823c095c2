package org.coursewise.auth.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which acts are asked for; read when they are used, and then refused if they are bad. */
public class AuditQuery {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @QueryParam("actor")
    @Parameter(
            description = "Who did it: the id of a user or a client",
            example = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
    @Nullable
    String actor;

    @QueryParam("subject")
    @Parameter(
            description = "Whose account it was about: the id of a user",
            example = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
    @Nullable
    String subject;

    @QueryParam("type")
    @Parameter(description = "What was done", example = "roles-changed")
    @Nullable
    String type;

    @QueryParam("from")
    @Parameter(description = "The first instant, by RFC 3339", example = "2026-11-01T00:00:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "The first instant that is too late, by RFC 3339", example = "2026-12-01T00:00:00Z")
    @Nullable
    String to;

    /** For JAX-RS. */
    public AuditQuery() {}

    /** @throws ProblemException 400 when a parameter is not what it should be */
    AuditFilter filter() {
        return new AuditFilter(
                id("actor", actor),
                id("subject", subject),
                type == null
                        ? null
                        : AuditType.ofWireName(type)
                                .orElseThrow(() -> ProblemException.invalidInput(
                                        "type", "must be a type of the audit trail, such as roles-changed")),
                instant("from", from),
                instant("to", to));
    }

    private static @Nullable String id(String name, @Nullable String text) {
        if (text != null && !ID.matcher(text).matches()) {
            throw ProblemException.invalidInput(name, "must be the id of a user or a client");
        }
        return text;
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var instant = OffsetDateTime.parse(text);
            if (instant.getYear() >= 1 && instant.getYear() <= 9999) {
                return instant.toInstant();
            }
        } catch (DateTimeParseException e) {
            throw notAnInstant(name);
        }
        throw notAnInstant(name);
    }

    private static ProblemException notAnInstant(String name) {
        return ProblemException.invalidInput(name, "must be an instant such as 2026-11-01T00:00:00Z");
    }
}
