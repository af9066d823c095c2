package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;

/** {@code /mail/templates}: every mail that is sent, with the languages it is written in. */
@Named("mailTemplates")
@RequestScoped
public class TemplatesPage {

    @Inject
    Api api;

    private List<Row> rows = List.of();

    /**
     * A mail.
     *
     * @param languages rows with locale, and if known subject, version, customized, category
     */
    public record Row(String name, List<Map<String, Object>> languages) {

        public Object category() {
            return languages.get(0).getOrDefault("category", "");
        }
    }

    public void load() {
        rows = api.get(Call.to("templates")).items().stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get("name")), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }
}
