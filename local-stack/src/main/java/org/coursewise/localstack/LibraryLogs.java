package org.coursewise.localstack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What the clients that ask the parts whether they are ready say of themselves is no news to a person. */
final class LibraryLogs {

    /** Held here, because java.util.logging forgets a level with its logger. */
    private static final List<Logger> QUIET = Stream.of("org.apache.kafka", "org.mongodb", "com.mongodb", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private LibraryLogs() {}

    static void quieten() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
