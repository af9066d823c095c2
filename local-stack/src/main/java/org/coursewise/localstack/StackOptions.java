package org.coursewise.localstack;

import java.nio.file.Path;
import java.util.HashMap;
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
 * @param replicas how many replicas a service has, by its name; one when it is not named
 * @param otherReleases installs that another build made, by the name of the part that runs from it
 */
public record StackOptions(
        Path home,
        int portOffset,
        boolean fresh,
        Set<String> parts,
        Path libertyHome,
        boolean observe,
        Map<String, String> settings,
        Map<String, Integer> replicas,
        Map<String, Path> otherReleases) {

    private static final Set<String> REPLICATED = Set.of("auth", "course", "email");

    public StackOptions {
        if (!REPLICATED.containsAll(replicas.keySet())) {
            throw new IllegalArgumentException(
                    "Several replicas are there for " + REPLICATED + " only, but asked for was " + replicas);
        }
        parts = Set.copyOf(parts);
        settings = Map.copyOf(settings);
        replicas = Map.copyOf(replicas);
        otherReleases = Map.copyOf(otherReleases);
    }

    /** All parts on the default ports, with the Liberty install that the build names in {@code liberty.home}. */
    public static StackOptions in(Path home) {
        var libertyHome = Path.of(System.getProperty("liberty.home", "wlp"));
        return new StackOptions(home, 0, false, Set.of(), libertyHome, false, Map.of(), Map.of(), Map.of());
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
        return new StackOptions(home, offset, fresh, parts, libertyHome, observe, settings, replicas, otherReleases);
    }

    public StackOptions withFresh(boolean yes) {
        return new StackOptions(home, portOffset, yes, parts, libertyHome, observe, settings, replicas, otherReleases);
    }

    public StackOptions withParts(Set<String> names) {
        return new StackOptions(
                home, portOffset, fresh, names, libertyHome, observe, settings, replicas, otherReleases);
    }

    public StackOptions withLibertyHome(Path folder) {
        return new StackOptions(home, portOffset, fresh, parts, folder, observe, settings, replicas, otherReleases);
    }

    public StackOptions withObserve(boolean yes) {
        return new StackOptions(home, portOffset, fresh, parts, libertyHome, yes, settings, replicas, otherReleases);
    }

    public StackOptions withSettings(Map<String, String> environment) {
        return new StackOptions(
                home, portOffset, fresh, parts, libertyHome, observe, environment, replicas, otherReleases);
    }

    /** The first replica is called as the service is, the others {@code course-2} and so on. */
    public StackOptions withReplicas(String service, int count) {
        var counts = new HashMap<>(replicas);
        counts.put(service, count);
        return new StackOptions(home, portOffset, fresh, parts, libertyHome, observe, settings, counts, otherReleases);
    }

    /** A server of another build beside those of this one, such as {@code course-2} of the release before. */
    public StackOptions withRelease(String part, Path itsLibertyHome) {
        var others = new HashMap<>(otherReleases);
        others.put(part, itsLibertyHome);
        return new StackOptions(home, portOffset, fresh, parts, libertyHome, observe, settings, replicas, others);
    }

    Path releaseOf(String service, int number) {
        return otherReleases.getOrDefault(number == 1 ? service : service + "-" + number, libertyHome);
    }

    int replicasOf(String service) {
        return replicas.getOrDefault(service, 1);
    }

    private static int offset(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("COURSEWISE_PORT_OFFSET must be a number, but is " + text, e);
        }
    }
}
