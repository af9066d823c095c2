package org.coursewise.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.coursewise.console.api.Problem;
import org.coursewise.console.api.Problem.FieldError;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {

    private static final String TYPES = "https://coursewise.example/problems/";

    @Test
    void wrongInputNamesItsFieldsAndWhatToDo() {
        var problem = new Problem(
                TYPES + "invalid-input",
                "Invalid input",
                400,
                "1 field is wrong",
                "4bf92f35",
                List.of(new FieldError("title", "must not be blank")));
        assertThat(ProblemWords.of(problem, Locale.ENGLISH))
                .isEqualTo(new ProblemWords(
                        "Something typed is not right", "title: must not be blank. Correct it and try again."));
    }

    @Test
    void aFaultSaysHowToFindItInTheLogs() {
        var problem = new Problem(null, null, 502, null, "4bf92f35", List.of());
        var words = ProblemWords.of(problem, Locale.GERMAN);
        assertThat(words.title()).isEqualTo("Die Anfrage wurde abgelehnt (502)");
        assertThat(words.text()).contains("4bf92f35", "noch einmal");
    }

    @Test
    void aProblemWithoutWordsOfOursKeepsTheApis() {
        var problem = new Problem(
                TYPES + "course-full", "The course is full", 409, "All 10 seats are taken", null, List.of());
        assertThat(ProblemWords.of(problem, Locale.GERMAN).title()).isEqualTo("The course is full");
        assertThat(ProblemWords.of(problem, Locale.GERMAN).text()).startsWith("All 10 seats are taken. ");
    }
}
