package org.coursewise.localstack.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;

/**
 * The first entry of a backup: when it was made, and on what. PostgreSQL's files are good on the same operating system
 * and processor alone.
 *
 * @param format of the archive
 */
record Origin(String format, String made, String system) {

    static final String ENTRY = "coursewise-backup.properties";
    private static final String FORMAT = "1";

    static Origin here(Instant now) {
        return new Origin(FORMAT, now.toString(), System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    byte[] bytes() {
        return "format=%s\nmade=%s\nsystem=%s\n".formatted(format, made, system).getBytes(StandardCharsets.UTF_8);
    }

    static Origin read(InputStream entry) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(new String(entry.readAllBytes(), StandardCharsets.UTF_8)));
        return new Origin(
                properties.getProperty("format", ""),
                properties.getProperty("made", ""),
                properties.getProperty("system", ""));
    }

    void requireSameSystem(Origin here) {
        if (!format.equals(here.format)) {
            throw new BackupRefusedException(
                    "This backup has format " + format + ", and here format " + here.format + " is read");
        }
        if (!system.equals(here.system)) {
            throw new BackupRefusedException("This backup was made on " + system + " and cannot be restored on "
                    + here.system + ": it holds PostgreSQL's own files");
        }
    }
}
