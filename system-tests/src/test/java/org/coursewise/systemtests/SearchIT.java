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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Courses are found by words of their language, best first, also by mistyped ones, and by categories that are paths. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SearchIT {

    private final Api api;
    private final Jobs jobs;

    SearchIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.jobs = new Jobs(api, new People(stack).client("catalog:write"));
    }

    @BeforeAll
    void courses() {
        jobs.imported("courses", """
                code,title,summary,categories,level,language
                FIND-1,Mündliche Prüfungen bestehen,Zwölf Größen der Rhetorik,Findability,beginner,de
                FIND-2,Relational databases,How zygotic queries run,Findability,beginner,en
                FIND-3,Quixotic queries,For relational minds,Findability,advanced,en
                FIND-4,高等数学导论,机器学习的基础,Findability,advanced,zh-Hans
                FIND-5,データベース入門,初心者のための講座,Findability,beginner,ja
                FIND-6,Les chevaux sauvages,Une histoire,Findability,beginner,fr
                FIND-7,Canciones populares,Una historia,Findability,beginner,es
                FIND-8,Sauropods,Nothing,Findability|Quixotic,advanced,en
                """);
        jobs.imported("courses", """
                code,title,categories,published
                TREE-1,Oaks,arboretum/oaks,true
                TREE-2,Red oaks,arboretum/oaks/red|arboretum/leaves,true
                TREE-3,Trees,arboretum,true
                TREE-4,Hidden,arboretum/hidden,false
                TREE-5,Other,arboretumless,true
                """);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "Prüfung, FIND-1",
        "prufungen, FIND-1",
        "mündlich prüfung, FIND-1",
        "Groesse, FIND-1",
        "zygotic query, FIND-2",
        "database, FIND-2",
        "relational datab, FIND-2",
        "数学, FIND-4",
        "机器学习, FIND-4",
        "论, FIND-4",
        "データベース, FIND-5",
        "講座, FIND-5",
        "cheval sauvage, FIND-6",
        "canción popular, FIND-7",
    })
    void aWordIsFoundInAnyForm(String words, String code) {
        // other tests bring courses of the same words by the thousand
        assertThat(codes(search("category=Findability&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))))
                .contains(code);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "quixotik, FIND-3",
        "realtional databases, FIND-2",
        "sauorpods, FIND-8",
        "prüfugnen, FIND-1",
        "高級数学导论, FIND-4",
    })
    void aMistypedWordIsFoundNearby(String words, String code) {
        assertThat(codes(words)).contains(code);
    }

    @Test
    void whatIsFoundAsTypedStandsFirst() {
        assertThat(codes("quixotic")).containsExactly("FIND-3", "FIND-8");
        assertThat(codes("relational")).startsWith("FIND-2", "FIND-3");
    }

    @Test
    void wordsThatNothingIsNearFindNothing() {
        assertThat(codes("xqzwvkjhpf")).isEmpty();
        assertThat(codes("FIND-77777")).isEmpty();
    }

    @Test
    void facetsCountWhatTheFiltersLeave() {
        var facets = search("category=Findability&level=advanced").json().path("facets");
        assertThat(facets.path("level").toString())
                .contains("{\"value\":\"beginner\",\"count\":5}", "{\"value\":\"advanced\",\"count\":3}");
        assertThat(facets.path("language").toString())
                .contains("{\"value\":\"en\",\"count\":2}", "{\"value\":\"zh-Hans\",\"count\":1}");
        var mistyped = search("q=sauorpods").json();
        assertThat(mistyped.path("facets").path("category").toString())
                .contains("{\"value\":\"Quixotic\",\"count\":1}");
    }

    @Test
    void aParentFindsAllBelow() {
        assertThat(inCategory("arboretum")).containsExactlyInAnyOrder("TREE-1", "TREE-2", "TREE-3");
        assertThat(inCategory("arboretum/oaks")).containsExactlyInAnyOrder("TREE-1", "TREE-2");
        assertThat(inCategory("arboretum/oaks/red")).containsExactly("TREE-2");
    }

    @Test
    void facetsCountParents() {
        assertThat(search("q=oaks").json().path("facets").path("category").toString())
                .contains(
                        "{\"value\":\"arboretum\",\"count\":2}",
                        "{\"value\":\"arboretum/oaks\",\"count\":2}",
                        "{\"value\":\"arboretum/oaks/red\",\"count\":1}");
    }

    @Test
    void aCourseSaysWhatItIsIn() {
        assertThat(search("category=arboretum/oaks/red")
                        .json()
                        .path("items")
                        .get(0)
                        .path("categories")
                        .toString())
                .isEqualTo("[\"arboretum/oaks/red\",\"arboretum/leaves\"]");
    }

    @Test
    void theTreeCountsEachCourseOnce() {
        var root = child(api.get("/api/v1/categories").json().path("items"), "arboretum");
        assertThat(root.path("count").asInt()).isEqualTo(3);
        assertThat(root.path("children").valueStream().map(child -> child.path("name")
                        .asString()))
                .containsExactly("leaves", "oaks");
        var red = child(child(root.path("children"), "oaks").path("children"), "red");
        assertThat(red.path("category").asString()).isEqualTo("arboretum/oaks/red");
        assertThat(red.path("count").asInt()).isEqualTo(1);
    }

    private static JsonNode child(JsonNode children, String name) {
        return children.valueStream()
                .filter(child -> child.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> inCategory(String category) {
        return codes(search("category=" + category));
    }

    private List<String> codes(String words) {
        return codes(search("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(course -> course.path("code").asString())
                .toList();
    }

    private Api.Answer search(String query) {
        var answer = api.get("/api/v1/courses?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
