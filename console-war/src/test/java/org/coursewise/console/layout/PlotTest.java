package org.coursewise.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coursewise.console.layout.Plot.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlotTest {

    private final Plot plot = Plot.ofDays(
            "Mails",
            List.of(Map.of("key", "2027-01-30", "sent", 5)),
            "key",
            Map.of("sent", "gesendet"),
            LocalDate.parse("2027-01-29"),
            LocalDate.parse("2027-01-31"));

    @Test
    void aDayWithoutARowIsZero() {
        assertThat(plot.rows())
                .containsExactly(
                        new Row("2027-01-29", List.of(0)),
                        new Row("2027-01-30", List.of(5)),
                        new Row("2027-01-31", List.of(0)));
    }

    @Test
    void thePlotShowsWhatTheTableSays() {
        var chart = new JsonMapper().readTree(plot.json());
        assertThat(chart.at("/data/labels").toString()).isEqualTo("[\"2027-01-29\",\"2027-01-30\",\"2027-01-31\"]");
        assertThat(chart.at("/data/datasets/0/label").asString()).isEqualTo("gesendet");
        assertThat(chart.at("/data/datasets/0/data").toString()).isEqualTo("[0,5,0]");
    }
}
