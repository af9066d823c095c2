package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A search field completes what is typed, from what anyone may see. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SuggestionsIT {

    private final Api api;
    private final Jobs jobs;

    SuggestionsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.jobs = new Jobs(api, new People(stack).client("catalog:write"));
    }

    @BeforeAll
    void courses() {
        jobs.imported("courses", """
                code,title,published
                SUG-1,Vulcanology for everyone,true
                SUG-2,The art of vulcanism,true
                SUG-3,Vulcan secrets,false
                SUG-4,火山学入门,true
                """);
    }

    @Test
    void aBeginningIsCompletedByTitlesAndWords() {
        assertThat(texts("vulc"))
                .contains("vulcanology", "vulcanism", "Vulcanology for everyone", "The art of vulcanism");
        assertThat(texts("vu")).contains("Vulcanology for everyone");
        assertThat(texts("art of vul")).contains("The art of vulcanism");
        assertThat(texts("火山")).contains("火山学入门");
    }

    @Test
    void aMistypedWordIsCompletedToo() {
        assertThat(texts("vulcanologgy")).contains("Vulcanology for everyone");
    }

    @Test
    void draftsAreNotTold() {
        assertThat(texts("vulcan")).doesNotContain("Vulcan secrets", "vulcan", "secrets");
        assertThat(texts("secrets")).doesNotContain("Vulcan secrets");
    }

    @Test
    void nothingTypedAndNothingAlikeAreEmpty() {
        assertThat(texts("")).isEmpty();
        assertThat(texts("%")).isEmpty();
        assertThat(texts("xqzwvkjhpf")).isEmpty();
    }

    @Test
    void badParametersAreRefused() {
        assertThat(api.get("/api/v1/courses/suggestions?q=a&limit=21").problem())
                .isEqualTo("invalid-input");
        assertThat(api.get("/api/v1/courses/suggestions?q=" + "a".repeat(101)).problem())
                .isEqualTo("invalid-input");
    }

    private List<String> texts(String typed) {
        var answer = api.get("/api/v1/courses/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("text").asString())
                .toList();
    }
}
