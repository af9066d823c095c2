package org.coursewise.jenkins;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What may stand in one section of a declarative pipeline. Anything else there is refused, as Jenkins would. */
final class Directives extends GroovyObjectSupport {

    private final String section;
    private final Map<String, Consumer<Object[]>> known = new LinkedHashMap<>();

    Directives(String section) {
        this.section = section;
    }

    Directives with(String name, Consumer<Object[]> meaning) {
        known.put(name, meaning);
        return this;
    }

    /** Runs the section's closure with these directives and nothing else. */
    void read(Object body) {
        run((Closure<?>) body, this);
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        var meaning = known.get(name);
        if (meaning == null) {
            throw new AssertionError("\"%s\" cannot stand in %s, only %s can".formatted(name, section, known.keySet()));
        }
        meaning.accept((Object[]) arguments);
        return null;
    }

    static Object run(Closure<?> body, Object delegate) {
        var bound = (Closure<?>) body.clone();
        bound.setDelegate(delegate);
        bound.setResolveStrategy(Closure.DELEGATE_FIRST);
        return bound.call();
    }
}
