package org.coursewise.localstack.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One process of the stack, as a declaration.
 *
 * @param needs names of the parts that must be ready before this one starts, and stop after it
 * @param preparation makes what must be there beforehand and says how to run it; called at every start
 * @param probe asks the process over its own protocol; throws while it is not ready
 * @param completion done once it answers and before others may use it; safe to repeat
 * @param stopWithin how long it may take to stop before it is killed
 */
public record Part(
        String name,
        Set<String> needs,
        List<ListeningPort> ports,
        Preparation preparation,
        Step probe,
        Step completion,
        Duration stopWithin) {

    public Part {
        needs = Set.copyOf(needs);
        ports = List.copyOf(ports);
    }

    /** The same part in a stack where the others do not run. */
    public Part needingOnly(Set<String> present) {
        var left = new HashSet<>(needs);
        left.retainAll(present);
        return new Part(name, left, ports, preparation, probe, completion, stopWithin);
    }

    /** Makes ready and says how to run. */
    @FunctionalInterface
    public interface Preparation {
        Command prepare() throws Exception;
    }

    /** Something that works or throws. */
    @FunctionalInterface
    public interface Step {
        /** Nothing left to do. */
        Step NONE = () -> {};

        void run() throws Exception;
    }
}
