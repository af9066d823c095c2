package org.coursewise.console.mail;

import java.util.Map;

/** Something to fill a text in with, so that it can be looked at without thinking anything up. */
final class SampleVariables {

    private static final String HOST = "https://coursewise.example/";
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("displayName", "Ada Lovelace"),
            Map.entry("address", "203.0.113.7"),
            Map.entry("newAddress", "ada@example.org"),
            Map.entry("at", "28 Nov 2026, 09:30 UTC"),
            Map.entry("device", "Firefox on Linux"),
            Map.entry("link", HOST + "verify?token=sample"),
            Map.entry("certificateUrl", HOST + "certificates/sample"),
            Map.entry("courseTitle", "Introduction to Databases"),
            Map.entry("course1Title", "Introduction to Databases"),
            Map.entry("course2Title", "Graphs and Networks"),
            Map.entry("course3Title", "Statistics with R"),
            Map.entry("course4Title", "Operating Systems"),
            Map.entry("course5Title", "Technical Writing"));

    private SampleVariables() {}

    static String of(String name) {
        var sample = SAMPLES.get(name);
        if (sample != null) {
            return sample;
        }
        if (name.endsWith("Url")) {
            return HOST + "courses/sample";
        }
        return name.endsWith("Reason") ? "Many who took Introduction to Databases went on with it" : name;
    }
}
