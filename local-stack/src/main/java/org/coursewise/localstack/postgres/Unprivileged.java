package org.coursewise.localstack.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.coursewise.localstack.process.ProgramFiles;

/** PostgreSQL refuses to run as root; as root it runs in a user namespace of its own, where it is nobody. */
final class Unprivileged {

    private static final List<String> UNSHARE = List.of("unshare", "--user");

    private Unprivileged() {}

    /** What goes in front of a command. */
    static List<String> prefix() throws IOException, InterruptedException {
        var windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows || new UnixSystem().getUid() != 0) {
            return List.of();
        }
        var attempt = ProgramFiles.start(new ProcessBuilder("unshare", "--user", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        if (attempt.waitFor() != 0) {
            throw new IOException("PostgreSQL does not run as root, and this system gives root no user namespace"
                    + " (unshare --user fails). Run as another user.");
        }
        return UNSHARE;
    }
}
