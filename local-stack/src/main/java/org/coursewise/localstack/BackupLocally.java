package org.coursewise.localstack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.coursewise.localstack.backup.BackupRefusedException;
import org.coursewise.localstack.backup.HomeBackup;
import org.coursewise.localstack.home.HomeInUseException;

/** The main of {@code mvn -Pbackup} and {@code mvn -Prestore}. */
public final class BackupLocally {

    private static final int FAILED = 1;

    private BackupLocally() {}

    /** The argument is {@code backup} or {@code restore}; system properties: {@code coursewise.checkout}, {@code file}. */
    public static void main(String[] arguments) {
        try {
            System.out.println(run(arguments[0]));
        } catch (BackupRefusedException | HomeInUseException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println("\n" + e.getMessage());
            Runtime.getRuntime().exit(FAILED);
        }
    }

    private static String run(String what) {
        var checkout = Path.of(System.getProperty("coursewise.checkout", "."));
        var named = System.getProperty("file", "");
        if (named.isBlank()) {
            throw new IllegalArgumentException(
                    "Name the file: mvn -P" + what + " … -Dfile=/some/folder/coursewise.tar.gz");
        }
        // Maven runs elsewhere than the person who named the file stands
        var file = checkout.resolve(named);
        var home = StackOptions.from(System.getenv(), checkout, false, "").home();
        var backup = new HomeBackup(home, Clock.systemUTC());
        if (what.equals("restore")) {
            backup.restoreFrom(file);
            return "Restored into " + home + "; mvn -Prun starts it there";
        }
        backup.writeTo(file);
        return "All of " + home + " is in " + file + ", its secrets too: keep it where only you can read it";
    }
}
