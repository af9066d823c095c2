package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

interface OpenApiRules {

    @Test
    default void theDocumentIsServedUnderTheServicesNameAndWithoutIt() {
        var named = Http.get("//openapi/test", "Accept", "application/json");
        var plain = Http.get("//openapi", "Accept", "application/json");
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.json().get("openapi").asString()).startsWith("3.1");
        assertThat(plain.json()).isEqualTo(named.json());
        assertThat(named.json().at("/servers/0/url").asString()).isEqualTo("https://api.test");
    }

    @Test
    default void everyOperationHasTheAnswersThatAllHave() {
        var create = operation("/api/v1/things", "post");
        assertThat(create.get("operationId").asString()).isEqualTo("thingsCreate");
        assertThat(create.get("responses").propertyNames())
                .contains("400", "401", "406", "409", "413", "415", "422", "429", "500", "503")
                .doesNotContain("403", "404", "412");
        assertThat(create.at("/responses/400/$ref").asString()).isEqualTo("#/components/responses/Problem400");
        assertThat(create.get("parameters").toString()).contains("#/components/parameters/IdempotencyKey");
        assertThat(create.has("security")).isFalse();
    }

    @Test
    default void rolesVersionsAndPagesAreReadOffTheMethod() {
        var delete = operation("/api/v1/things/{id}", "delete");
        assertThat(delete.at("/security/0").has("bearer")).isTrue();
        assertThat(delete.at("/x-roles/0").asString()).isEqualTo("admin");
        assertThat(delete.get("responses").propertyNames()).contains("403", "404");
        assertThat(operation("/api/v1/things/{id}", "patch").get("responses").propertyNames())
                .contains("412", "428");
        assertThat(operation("/api/v1/things/{id}", "get").get("responses").propertyNames())
                .contains("304");
        assertThat(operation("/api/v1/things/{id}", "get")
                        .at("/responses/200/headers/ETag")
                        .isObject())
                .isTrue();
        assertThat(operation("/api/v1/things", "get")
                        .at("/responses/200/headers/Link")
                        .isObject())
                .isTrue();
    }

    @Test
    default void anythingMayBeMalformedAndEveryFieldIsShown() {
        assertThat(operation("/api/v1/things/mine", "get").get("responses").propertyNames())
                .contains("400");
        assertThat(operation("/api/v1/things/{id}", "get")
                        .at("/parameters/0/example")
                        .isString())
                .isTrue();
        var schemas = Http.get("//openapi", "Accept", "application/json").json().at("/components/schemas");
        assertThat(schemas.at("/Content/properties/size/examples").isEmpty()).isFalse();
        assertThat(schemas.at("/Problem/properties/status/examples").isEmpty()).isFalse();
    }

    @Test
    default void schemasSayWhatMayBeNullAndWhatIsNeverLeftOut() {
        var schemas = Http.get("//openapi", "Accept", "application/json").json().at("/components/schemas");
        assertThat(schemas.at("/Content/properties/at/type").toString()).contains("null");
        assertThat(schemas.at("/PageString/properties/nextCursor/type").toString())
                .contains("null");
        assertThat(schemas.at("/Content/required").toString()).contains("size", "weight", "title");
        assertThat(schemas.at("/JsonNode").has("properties")).isFalse();
        assertThat(schemas.has("JsonNodeType")).isFalse();
    }

    private static JsonNode operation(String path, String method) {
        return Http.get("//openapi", "Accept", "application/json")
                .json()
                .get("paths")
                .get(path)
                .get(method);
    }
}
