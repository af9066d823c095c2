package org.coursewise.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    record Address(String city, @Nullable String street) {}

    record Person(String name, @Nullable Address address, List<String> tags, Map<String, String> notes) {}

    private static final Person CURRENT =
            new Person("Ada", new Address("London", "St James"), List.of("a", "b"), Map.of("k", "v", "l", "w"));

    private final MergePatch mergePatch = new MergePatch();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                 | Person[name=Ada, address=Address[city=London, street=St James], tags=[a, b]
                    {"name": "Bob"}                    | Person[name=Bob, address=Address[city=London, street=St James], tags=[a, b]
                    {"address": null}                  | Person[name=Ada, address=null, tags=[a, b]
                    {"address": {"street": null}}      | Person[name=Ada, address=Address[city=London, street=null], tags=[a, b]
                    {"address": {"city": "Paris"}}     | Person[name=Ada, address=Address[city=Paris, street=St James], tags=[a, b]
                    {"tags": ["c"]}                    | Person[name=Ada, address=Address[city=London, street=St James], tags=[c]
                    """)
    void whatThePatchNamesChangesAndTheRestStays(String patch, String result) {
        assertThat(apply(patch).toString()).startsWith(result);
    }

    @Test
    void aKeyOfAMapSetToNullGoes() {
        assertThat(apply("{\"notes\": {\"k\": null, \"m\": \"x\"}}").notes()).isEqualTo(Map.of("l", "w", "m", "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []
            "text"
            {"nope": 1}
            {"nope": null}
            {"address": {"nope": 1}}
            {"name": 1}
            {"tags": [null]}
            """)
    void whatWouldBeNoBodyIsNoPatch(String patch) {
        assertThatThrownBy(() -> apply(patch)).isInstanceOf(ProblemException.class);
    }

    private Person apply(String patch) {
        return mergePatch.apply(CURRENT, StrictJson.mapper().readTree(patch), Person.class);
    }
}
