package org.coursewise.benchmarks.recommendation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that course's server gives to whoever brings a good token, with nothing of Coursewise in between: the least that
 * an answer behind a check of tokens can cost there. It is in an application of its own in a copy of the install.
 */
final class ProtectedFile {

    static final String PATH = "/benchmark/answer.json";

    private static final String ANSWER = "{\"answer\":\"the same to everybody\"}\n";
    private static final String WEB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>all</web-resource-name>
                  <url-pattern>/*</url-pattern>
                </web-resource-collection>
                <auth-constraint>
                  <role-name>**</role-name>
                </auth-constraint>
              </security-constraint>
              <login-config>
                <auth-method>MP-JWT</auth-method>
              </login-config>
            </web-app>
            """;
    private static final String SERVER_XML = """
            <server>
              <webApplication id="benchmark" location="benchmark.war" contextRoot="/benchmark"/>
            </server>
            """;

    private ProtectedFile() {}

    /**
     * Makes an install whose course has it.
     *
     * @param install that the build made; stays as it is
     * @param copy is made anew, of links where the file system has them
     */
    static Path in(Path install, Path copy) throws IOException {
        delete(copy);
        copy(install, copy);
        var server = copy.resolve("usr").resolve("servers").resolve("coursewise-course");
        var overrides = Files.createDirectories(server.resolve("configDropins").resolve("overrides"));
        Files.writeString(overrides.resolve("benchmark.xml"), SERVER_XML);
        try (var war =
                new ZipOutputStream(Files.newOutputStream(server.resolve("apps").resolve("benchmark.war")))) {
            add(war, "WEB-INF/web.xml", WEB_XML);
            add(war, "answer.json", ANSWER);
        }
        return copy;
    }

    private static void add(ZipOutputStream war, String name, String text) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(text.getBytes(StandardCharsets.UTF_8));
        war.closeEntry();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    link(file, target);
                }
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException e) {
            Files.copy(file, target);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
