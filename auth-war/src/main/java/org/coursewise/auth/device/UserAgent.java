package org.coursewise.auth.device;

import java.util.List;

/**
 * A browser's or an app's own words about itself (RFC 9110, 10.1.5), told in a few. Only the common browsers and systems
 * are known: a parser of all there ever were costs megabytes and regular expressions that a stranger can make slow.
 */
public record UserAgent(String text) {

    private static final int LONGEST_NAME = 60;

    /** A word that gives a name away. */
    private record Mark(String word, String name) {}

    // browsers say that they are also those they descend from: the first that fits counts
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg/", "Edge"),
            new Mark("EdgA/", "Edge"),
            new Mark("EdgiOS/", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "macOS"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    /** What stays the same when the browser is updated: {@code Firefox}; the first word of who is no known browser. */
    public String family() {
        var browser = browser();
        return browser.isEmpty() ? product() : browser;
    }

    /** {@code Firefox on Linux}; the text as it is of who is no known browser. */
    public String name() {
        var browser = browser();
        if (browser.isEmpty()) {
            return text;
        }
        var system = find(SYSTEMS);
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    /**
     * A name to be put in a mail. Whoever has a password chooses the text: it must not become a link there.
     *
     * @return never blank
     */
    public String harmlessName() {
        var name = browser().isEmpty() ? product() : name();
        var harmless = name.replaceAll("[^\\p{L}\\p{Nd} -]", " ").strip();
        return harmless.isEmpty() ? "?" : harmless.substring(0, Math.min(LONGEST_NAME, harmless.length()));
    }

    private String browser() {
        return text.startsWith("Mozilla/") ? find(BROWSERS) : "";
    }

    private String product() {
        var slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    private String find(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> text.contains(mark.word()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
