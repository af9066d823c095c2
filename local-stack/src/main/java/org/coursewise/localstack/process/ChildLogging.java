package org.coursewise.localstack.process;

import java.io.IOException;
import java.util.logging.LogManager;

/** Configures java.util.logging in our own child JVMs: warnings, one line each, without what the prefix says anyway. */
public final class ChildLogging {

    public ChildLogging() throws IOException {
        try (var configuration = ChildLogging.class.getResourceAsStream("child-logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
    }
}
