package org.coursewise.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonFaultTest {

    enum Level {
        @JsonProperty("beginner")
        BEGINNER,
        @JsonProperty("advanced")
        ADVANCED
    }

    record Box(
            int size,
            boolean open,
            double weight,
            @Nullable Level level,
            @Nullable String label,
            @Nullable Instant at,
            @Nullable UUID owner,
            @Nullable List<Box> boxes,
            @Nullable List<String> tags,
            @Nullable Map<String, String> notes) {

        Box {
            if (size < 0) {
                throw new IllegalArgumentException("size must not be negative");
            }
        }
    }

    private static final String START = "{\"size\":1,\"open\":true,\"weight\":1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{"open":true,"weight":1}`         | size      | must not be missing
                    `{"size":1,"weight":1}`            | open      | must not be missing
                    `{"size":1,"open":true}`           | weight    | must not be missing
                    `{"size":-1,"open":true,"weight":1}` | `` | size must not be negative
                    `{"size":null}`                    | size      | must not be null
                    `{"size":"1"}`                     | size      | must be a whole number
                    `{"size":""}`                      | size      | must be a whole number
                    `{"size":1.0}`                     | size      | must be a whole number
                    `{"size":true}`                    | size      | must be a whole number
                    `{"size":3000000000}`              | size      | is out of range
                    `{"size":1e99}`                    | size      | must be a whole number
                    `{"open":"true"}`                  | open      | must be true or false
                    `{"open":1}`                       | open      | must be true or false
                    `{"weight":"1"}`                   | weight    | must be a number
                    `{"weight":"NaN"}`                 | weight    | must be a number
                    `{"weight":1e999}`                 | weight    | must be a finite number
                    `{"level":"expert"}`               | level     | must be one of beginner, advanced
                    `{"level":"BEGINNER"}`             | level     | must be one of beginner, advanced
                    `{"level":0}`                      | level     | must be one of beginner, advanced
                    `{"level":""}`                     | level     | must be one of beginner, advanced
                    `{"label":1}`                      | label     | must be text
                    `{"label":{}}`                     | label     | must be text
                    `{"label":["a"]}`                  | label     | must be text
                    `{"label":"a\\u0000b"}`            | label     | must not contain the character U+0000
                    `{"label":"\\ud800"}`              | label     | must not contain half of a surrogate pair
                    `{"at":1}`                         | at        | must be a time as in RFC 3339, such as 2026-01-31T09:30:00Z
                    `{"at":"2026-01-31"}`              | at        | must be a time as in RFC 3339, such as 2026-01-31T09:30:00Z
                    `{"at":"2026-13-31T00:00:00Z"}`    | at        | must be a time as in RFC 3339, such as 2026-01-31T09:30:00Z
                    `{"owner":"me"}`                   | owner     | must be a UUID
                    `{"boxes":{}}`                     | boxes     | must be a list
                    `{"boxes":[1]}`                    | boxes[0]  | must be an object
                    `{"tags":["a",null]}`              | tags[1]   | must not be null
                    `{"tags":"a"}`                     | tags      | must be a list
                    `{"notes":[]}`                     | notes     | must be an object
                    `{"notes":{"a":1}}`                | notes.a   | must be text
                    `{"size":1,"open":true,"weight":1,"nope":1}` | nope      | is not a field of this request
                    `{"boxes":[{"size":1,"open":true,"weight":1,"nope":1}]}` | boxes[0].nope | is not a field of this request
                    `[]`                               | ``        | must be an object
                    `"text"`                           | ``        | must be an object
                    `7`                                | ``        | must be an object
                    """)
    void aWrongFieldIsNamedAndSoIsWhatWouldBeRight(String body, String field, String message) {
        var problem = refusal(body);
        assertThat(problem.type().code()).isEqualTo("invalid-input");
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().get(0).field()).isEqualTo(field);
        assertThat(problem.errors().get(0).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{`
                    `{"size":1`
                    `{"size":NaN}`
                    `{"size":01}`
                    `{'size':1}`
                    `{"size":1,}`
                    `{} {}`
                    `{}]`
                    `// no`
                    `null`
                    `nul`
                    `{"label":"a
                    b"}`
                    """)
    void whatIsNoJsonIsSaidToBeMalformed(String body) {
        var whole = body.startsWith("{}") ? START + "}" + body.substring(2) : body;
        assertThat(refusal(whole).type().code()).isEqualTo("malformed-json");
        assertThat(refusal(whole).detail()).doesNotContain("tools.jackson").doesNotContain("StreamRead");
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() {
        var problem = refusal(START + ",\"boxes\":[" + START + "},{\"size\":1,\"size\":2}]}");
        assertThat(problem.type().code()).isEqualTo("malformed-json");
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().get(0).field()).isEqualTo("boxes[1].size");
    }

    @Test
    void aTreeIsReadAsStrictly() {
        assertThat(refusal("{\"a\":{\"b\":1,\"b\":2}}", JsonNode.class).type().code())
                .isEqualTo("malformed-json");
        assertThat(refusal("[".repeat(10_000), JsonNode.class).detail()).contains("100 levels");
    }

    @Test
    void aHundredLevelsAreTaken() {
        assertThat(JsonBodyReader.parse(JsonNode.class, bytes("[".repeat(100) + "]".repeat(100))))
                .isNotNull();
    }

    @Test
    void aGoodBodyIsRead() {
        var body =
                START + ",\"level\":\"beginner\",\"label\":\"\\ud83d\\ude00\",\"at\":\"2026-01-31t09:30:00.5+01:00\"}";
        assertThat(JsonBodyReader.parse(Box.class, bytes(body)))
                .isEqualTo(new Box(
                        1,
                        true,
                        1,
                        Level.BEGINNER,
                        "\ud83d\ude00",
                        Instant.parse("2026-01-31T08:30:00.5Z"),
                        null,
                        null,
                        null,
                        null));
    }

    private static ProblemException refusal(String body) {
        return refusal(body, Box.class);
    }

    private static ProblemException refusal(String body, Class<?> type) {
        var problem = catchThrowableOfType(ProblemException.class, () -> JsonBodyReader.parse(type, bytes(body)));
        assertThat(problem).as(body).isNotNull();
        return problem;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
