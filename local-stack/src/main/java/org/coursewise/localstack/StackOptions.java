package org.coursewise.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may differ between two stacks.
 *
 * @param home keeps the data; made when it is not there
 * @param portOffset shifts every port
 * @param fresh begins with nothing: the home is emptied first
 * @param parts the names of those to start, all when empty
 * @param libertyHome the shared install that the build made
 * @param observe also shows traces of what the servers do
 * @param settings environment variables for the servers, over those that the stack gives them
 */
public record StackOptions(
        Path home,
        int portOffset,
        boolean fresh,
        Set<String> parts,
        Path libertyHome,
        boolean observe,
        Map<String, String> settings) {

    public StackOptions {
        parts = Set.copyOf(parts);
        settings = Map.copyOf(settings);
    }

    /** All parts on the default ports, with the Liberty install that the build names in {@code liberty.home}. */
    public static StackOptions in(Path home) {
        return new StackOptions(
                home, 0, false, Set.of(), Path.of(System.getProperty("liberty.home", "wlp")), false, Map.of());
    }

    /**
     * As a person at a terminal asks for it.
     *
     * @param environment COURSEWISE_HOME, COURSEWISE_PORT_OFFSET and the first admin's COURSEWISE_ADMIN_…
     * @param checkout where {@code .coursewise} lies when no home is named
     */
    static StackOptions from(Map<String, String> environment, Path checkout, boolean fresh, String parts) {
        var home = Optional.ofNullable(environment.get("COURSEWISE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(checkout.resolve(".coursewise"));
        var settings = new TreeMap<String, String>();
        for (var key : Set.of("COURSEWISE_ADMIN_EMAIL", "COURSEWISE_ADMIN_PASSWORD")) {
            Optional.ofNullable(environment.get(key))
                    .filter(text -> !text.isBlank())
                    .ifPresent(value -> settings.put(key, value));
        }
        return in(home).withPortOffset(offset(environment.getOrDefault("COURSEWISE_PORT_OFFSET", "")))
                .withFresh(fresh)
                .withParts(parts.isBlank() ? Set.of() : Set.of(parts.strip().split("\\s*,\\s*", -1)))
                .withSettings(settings);
    }

    public StackOptions withPortOffset(int offset) {
        return new StackOptions(home, offset, fresh, parts, libertyHome, observe, settings);
    }

    public StackOptions withFresh(boolean yes) {
        return new StackOptions(home, portOffset, yes, parts, libertyHome, observe, settings);
    }

    public StackOptions withParts(Set<String> names) {
        return new StackOptions(home, portOffset, fresh, names, libertyHome, observe, settings);
    }

    public StackOptions withLibertyHome(Path folder) {
        return new StackOptions(home, portOffset, fresh, parts, folder, observe, settings);
    }

    public StackOptions withObserve(boolean yes) {
        return new StackOptions(home, portOffset, fresh, parts, libertyHome, yes, settings);
    }

    public StackOptions withSettings(Map<String, String> environment) {
        return new StackOptions(home, portOffset, fresh, parts, libertyHome, observe, environment);
    }

    private static int offset(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("COURSEWISE_PORT_OFFSET must be a number, but is " + text, e);
        }
    }
}
