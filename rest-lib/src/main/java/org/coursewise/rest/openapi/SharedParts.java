package org.coursewise.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.rest.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The components that all services' documents have in common. */
final class SharedParts {

    static final String BEARER = "bearer";
    static final String IDEMPOTENCY_KEY = "IdempotencyKey";

    private static final String PROBLEM = "Problem";
    private static final String INVALID_FIELD = "InvalidField";
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "The request cannot be understood or has invalid fields, which are named in errors."),
            Map.entry(
                    "401", "There is no access token, or it is malformed or expired. A bad one is refused everywhere."),
            Map.entry("403", "The caller's roles do not allow this."),
            Map.entry("404", "It does not exist, or the caller may not see it."),
            Map.entry("406", "None of the media types in Accept can be made."),
            Map.entry("409", "The state of things does not allow this, or the same request is being worked on."),
            Map.entry("412", "It has changed since the state that If-Match names."),
            Map.entry("408", "The body did not come in time; nothing was done."),
            Map.entry("413", "The body is too large."),
            Map.entry("415", "The body is of a media type, or in a Content-Encoding, that is not taken here."),
            Map.entry("422", "The Idempotency-Key was used for another request."),
            Map.entry("428", "If-Match is missing."),
            Map.entry("429", "Too many requests; Retry-After says when to come again."),
            Map.entry("500", "A mistake of ours; instance names the trace."),
            Map.entry("503", "Something needed does not answer; Retry-After says when to come again."));

    private SharedParts() {}

    static void addTo(OpenAPI api) {
        var components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        api.setComponents(components);
        addProblemSchema(components);
        PROBLEMS.forEach(
                (status, description) -> components.addResponse(PROBLEM + status, problem(status, description)));
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of POST /api/v1/sessions or /api/v1/oauth2/token."));
        components.addParameter(
                IDEMPOTENCY_KEY,
                OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .description("The same key and body give the same answer for 24 hours.")
                        .schema(text().minLength(1).maxLength(255).pattern("^[!-~]+$"))
                        .example("5f0c6a1e-3c1f-4a8e-9b4a-0f7a4f6f9c11"));
    }

    /** Links from a page to the next one; tags on what has versions. */
    static void addHeaders(APIResponses answers, Handler handler, boolean isGet) {
        var success = answers.getAPIResponse("200");
        if (success == null || success.getRef() != null) {
            return;
        }
        if (handler.givesPage()) {
            success.addHeader("Link", header("The next page, with rel=\"next\"; none on the last (RFC 8288)."));
        }
        if (handler.givesVersion()) {
            success.addHeader("ETag", header("Of the state shown; send it as If-Match or If-None-Match."));
            if (isGet && !answers.hasAPIResponse("304")) {
                answers.addAPIResponse(
                        "304", OASFactory.createAPIResponse().description("It is still what If-None-Match names."));
            }
        }
    }

    /**
     * A resource that describes an error of its own need not say what its body looks like. One whose errors look otherwise
     * has ours beside them: what is refused before it is reached.
     */
    static void addProblemContent(APIResponses answers) {
        answers.getAPIResponses().forEach((status, answer) -> {
            if (status.matches("[45]..") && answer.getRef() == null) {
                if (answer.getContent() == null) {
                    answer.setContent(content());
                } else if (!answer.getContent().hasMediaType(Problem.MEDIA_TYPE)) {
                    answer.getContent().addMediaType(Problem.MEDIA_TYPE, problemMedia());
                }
            }
        });
    }

    private static void addProblemSchema(Components components) {
        components.addSchema(
                INVALID_FIELD,
                object().addProperty("field", text("items[0].name").description("As the client wrote it"))
                        .addProperty("message", text("must not be blank"))
                        .required(List.of("field", "message")));
        components.addSchema(
                PROBLEM,
                object().description("RFC 9457; type is one of docs/problems.md.")
                        .addProperty(
                                "type",
                                text("https://coursewise.example/problems/invalid-input")
                                        .format("uri"))
                        .addProperty("title", text("Invalid input"))
                        .addProperty(
                                "status",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .examples(List.of(400)))
                        .addProperty("detail", text("The field email is wrong."))
                        .addProperty(
                                "instance",
                                text("4bf92f3577b34da6a3ce929d0e0e4736").description("The trace id."))
                        .addProperty(
                                "errors",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(OASFactory.createSchema().ref(INVALID_FIELD)))
                        .required(List.of("type", "title", "status", "detail", "instance")));
    }

    private static APIResponse problem(String status, String description) {
        var answer = OASFactory.createAPIResponse().description(description).content(content());
        switch (status) {
            case "401" -> answer.addHeader("WWW-Authenticate", header("Bearer, with an error if a token was sent."));
            case "429", "503" -> answer.addHeader("Retry-After", header("In seconds."));
            default -> {
                // its body says it all
            }
        }
        return answer;
    }

    private static Content content() {
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problemMedia());
    }

    private static MediaType problemMedia() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema text(String example) {
        return text().examples(List.of(example));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }
}
