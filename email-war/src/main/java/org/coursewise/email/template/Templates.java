package org.coursewise.email.template;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All mail texts: those of the release, and in front of them what an administrator has changed. */
@Singleton
public final class Templates {

    private final Map<String, Map<String, Template>> builtIn;
    private volatile Map<String, Map<String, Template>> all;

    @Inject
    public Templates() {
        builtIn = byNameAndLocale(BuiltIn.all());
        all = builtIn;
    }

    /** The text in the nearest language there is: de-AT falls back to de, then en; nothing when there is no such name. */
    public Optional<Template> find(String name, String locale) {
        var byLocale = all.getOrDefault(name, Map.of());
        return Locales.fallbacks(locale)
                .filter(byLocale::containsKey)
                .map(byLocale::get)
                .findFirst();
    }

    /** The text in this very locale. */
    public Optional<Template> exactly(String name, String locale) {
        return Optional.ofNullable(all.getOrDefault(name, Map.of()).get(locale));
    }

    /** Every text there is, by name and locale. */
    public List<Template> all() {
        return all.values().stream()
                .flatMap(byLocale -> byLocale.values().stream())
                .sorted(Comparator.comparing(Template::name).thenComparing(Template::locale))
                .toList();
    }

    /** Whether an administrator wrote it, and not the release. */
    public boolean isCustomized(Template template) {
        return !template.equals(builtIn.getOrDefault(template.name(), Map.of()).get(template.locale()));
    }

    /** What may be said in a mail of this name: what its senders give. Empty when there is no such name. */
    public Optional<Set<String>> variables(String name) {
        return Optional.ofNullable(builtIn.get(name)).map(byLocale -> {
            var variables = new TreeSet<String>();
            byLocale.values().forEach(template -> variables.addAll(template.variables()));
            return variables;
        });
    }

    /** From now on these stand in front of the release's own, each the last of its name and locale. */
    void show(Collection<Template> changed) {
        var merged = byNameAndLocale(changed);
        builtIn.forEach((name, byLocale) -> byLocale.forEach((locale, template) ->
                merged.computeIfAbsent(name, key -> new HashMap<>()).putIfAbsent(locale, template)));
        all = merged;
    }

    private static Map<String, Map<String, Template>> byNameAndLocale(Collection<Template> templates) {
        var sorted = new HashMap<String, Map<String, Template>>();
        for (var template : templates) {
            sorted.computeIfAbsent(template.name(), name -> new HashMap<>()).put(template.locale(), template);
        }
        return sorted;
    }
}
