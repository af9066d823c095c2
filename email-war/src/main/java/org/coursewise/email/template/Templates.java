package org.coursewise.email.template;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All mail texts. What an operator has edited will stand in front of the built-in ones here. */
@Singleton
public final class Templates {

    private final Map<String, Map<String, Template>> byNameAndLocale = new HashMap<>();

    @Inject
    public Templates() {
        for (var template : BuiltIn.all()) {
            byNameAndLocale
                    .computeIfAbsent(template.name(), name -> new HashMap<>())
                    .put(template.locale(), template);
        }
    }

    /** The text in the nearest language there is: de-AT falls back to de, then en; nothing when there is no such name. */
    public Optional<Template> find(String name, String locale) {
        var byLocale = byNameAndLocale.getOrDefault(name, Map.of());
        return Locales.fallbacks(locale)
                .filter(byLocale::containsKey)
                .map(byLocale::get)
                .findFirst();
    }
}
