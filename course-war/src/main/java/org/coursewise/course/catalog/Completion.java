package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coursewise.course.catalog.Suggestions.Suggestion;
import org.coursewise.postgres.Sql;

/** Completes what somebody is typing by titles of published courses and by words of these; nothing else is looked at. */
@ApplicationScoped
class Completion {

    /** More than this are not sorted: whoever typed so little will type on. */
    private static final int LOOKED_AT = 200;
    /** With fewer characters nearly every title has such a word; those that begin so are enough. */
    private static final int FEW_CHARACTERS = 3;

    private static final int MOST_WORDS = 3;

    private static final String BEGINNING = """
            select id, title, enrolled from course
            where status = 'published' and lower(title) like ? || '%' order by lower(title) using ~<~ limit
            """ + LOOKED_AT;

    private static final String HOLDING = """
            select id, title, enrolled from course
            where status = 'published' and search @@ ?::tsquery limit
            """ + LOOKED_AT;

    @Inject
    Sql sql;

    @Inject
    NearWords nearWords;

    record Title(UUID id, String title, int enrolled) {}

    Suggestions of(String typed, int limit) {
        var text = typed.strip();
        var query = SearchQuery.of(text);
        if (query.exact().isEmpty()) {
            return new Suggestions(List.of());
        }
        var beginning = text.toLowerCase(Locale.ROOT);
        var titles = titles(beginning, query);
        var items = new ArrayList<Suggestion>();
        words(titles, query.last()).forEach(word -> items.add(new Suggestion(word, "word", null)));
        titles.stream()
                .sorted(Comparator.comparing((Title title) ->
                                !title.title().toLowerCase(Locale.ROOT).startsWith(beginning))
                        .thenComparing(Comparator.comparing(Title::enrolled).reversed())
                        .thenComparing(Title::title))
                .forEach(title -> items.add(
                        new Suggestion(title.title(), "title", title.id().toString())));
        return new Suggestions(List.copyOf(items.subList(0, Math.min(limit, items.size()))));
    }

    private Collection<Title> titles(String beginning, SearchQuery query) {
        var found = new HashMap<UUID, Title>();
        add(found, BEGINNING, beginning.replaceAll("([\\\\%_])", "\\\\$1"));
        if (found.size() < LOOKED_AT && (beginning.length() >= FEW_CHARACTERS || query.hasPairs())) {
            add(found, HOLDING, query.inTitles(List.of()));
        }
        if (found.isEmpty()) {
            var near = nearWords.of(query.mistakable());
            if (!near.isEmpty()) {
                add(found, HOLDING, query.inTitles(near));
            }
        }
        return found.values();
    }

    private void add(Map<UUID, Title> found, String statement, String parameter) {
        sql.query(statement, row -> new Title(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)), parameter)
                .forEach(title -> found.put(title.id(), title));
    }

    /** Those that the last word typed may become, the most frequent first. */
    private static List<String> words(Collection<Title> titles, String typed) {
        var counts = new HashMap<String, Integer>();
        for (var title : titles) {
            SearchTerms.of(title.title()).stream()
                    .filter(word -> !word.isPair() && !word.isCharacter())
                    .filter(word -> isMeant(typed, word.plain()))
                    .map(SearchTerms.Word::raw)
                    .distinct()
                    .forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isMeant(String typed, String word) {
        return word.startsWith(typed)
                ? word.length() > typed.length()
                : NearWords.areFor(typed) && NearWords.isNear(typed, word);
    }
}
