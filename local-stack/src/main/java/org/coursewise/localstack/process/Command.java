package org.coursewise.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run a child.
 *
 * @param environment added to the parent's own
 * @param stopSignal what asks it to stop gently: TERM for most, INT for PostgreSQL
 */
public record Command(List<String> arguments, Map<String, String> environment, Path directory, String stopSignal) {

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> arguments, Map<String, String> environment, Path directory) {
        this(arguments, environment, directory, "TERM");
    }
}
