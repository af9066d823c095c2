package org.coursewise.rest.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewise.rest.RestSettings;
import org.coursewise.settings.Settings;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to every operation what rest-lib does for it anyway: the answers to a bad request, a missing token, a stale
 * If-Match; the headers of pages and versions; who may call. What a resource says itself stands.
 */
public class CommonAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var settings = Settings.readOrStop(RestSettings::from);
        settings.apiUrl()
                .ifPresent(url -> api.setServers(
                        List.of(OASFactory.createServer().url(url.toString()).description("The API's host"))));
        SharedParts.addTo(api);
        var records = new RecordSchemas();
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(operation, path, method.name(), records)));
        var components = Objects.requireNonNull(api.getComponents());
        records.correct(components);
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(Objects::nonNull)
                .forEach(patch -> records.relax(patch, components));
        PageNames.give(api);
    }

    private static void complete(Operation operation, String path, String method, RecordSchemas records) {
        var handler = Handler.of(operation.getOperationId());
        handler.ifPresent(found -> {
            operation.setOperationId(found.operationName());
            records.collect(found.method());
            found.roles().ifPresent(roles -> {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(SharedParts.BEARER));
                operation.addExtension("x-roles", List.copyOf(roles));
            });
        });
        describeIds(operation, path);
        var answers = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        operation.setResponses(answers);
        var hasBody = operation.getRequestBody() != null;
        var isIdempotent = handler.map(Handler::isIdempotent).orElse(false);
        if (isIdempotent) {
            operation.addParameter(OASFactory.createParameter().ref(SharedParts.IDEMPOTENCY_KEY));
        }
        // whatever it takes: a header or a query may be malformed
        add(answers, "400");
        add(answers, "401");
        if (handler.flatMap(Handler::roles).isPresent()) {
            add(answers, "403");
        }
        if (path.contains("{")) {
            add(answers, "404");
        }
        // though there is nothing to give: it would be a problem document
        add(answers, "406");
        if (hasBody) {
            add(answers, "408");
            add(answers, "413");
        }
        // no request may carry Content-Encoding
        add(answers, "415");
        if (isIdempotent) {
            add(answers, "409");
            add(answers, "422");
        }
        parameter(operation, "If-Match").ifPresent(ifMatch -> {
            if (!answers.hasAPIResponse("201")) {
                // who makes what was not there yet has seen no state of it
                ifMatch.setRequired(true);
            }
            add(answers, "412");
            add(answers, "428");
        });
        add(answers, "429");
        add(answers, "500");
        add(answers, "503");
        handler.ifPresent(found -> SharedParts.addHeaders(answers, found, method.equals("GET")));
        SharedParts.addProblemContent(answers);
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
    }

    /** An id in a path is that of one of the collection before it. */
    private static void describeIds(Operation operation, String path) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            var place = path.indexOf("/{" + parameter.getName() + "}");
            if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null && place >= 0) {
                parameter.setDescription("Which of " + path.substring(0, place));
            }
            if (parameter.getIn() == Parameter.In.PATH
                    && parameter.getExample() == null
                    && parameter.getName().toLowerCase(Locale.ROOT).endsWith("id")) {
                parameter.setExample(RecordSchemas.ID);
            }
        }
    }

    private static void add(APIResponses answers, String status) {
        if (!answers.hasAPIResponse(status)) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
        }
    }

    private static boolean hasParameters(Operation operation) {
        return operation.getParameters() != null && !operation.getParameters().isEmpty();
    }

    private static Optional<Parameter> parameter(Operation operation, String name) {
        return hasParameters(operation)
                ? operation.getParameters().stream()
                        .filter(parameter -> name.equals(parameter.getName()))
                        .findFirst()
                : Optional.empty();
    }
}
