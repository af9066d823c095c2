package org.coursewise.localstack.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.coursewise.localstack.process.ProgramFiles;

/**
 * Where the stack speaks to a person.
 *
 * @param live a terminal whose last line can be rewritten; a file or a pipe gets plain lines alone
 * @param coloured whether names are coloured; see no-color.org
 */
public record Terminal(PrintStream out, boolean live, boolean coloured) {

    public static Terminal standard(Map<String, String> environment) {
        var live = isTerminal() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.out,
                live,
                live && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Java's own System.console() says yes to a pipe since JDK 22. Windows gets plain lines. */
    private static boolean isTerminal() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return false;
        }
        try {
            return ProgramFiles.start(new ProcessBuilder("/bin/sh", "-c", "test -t 1").inheritIO())
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
