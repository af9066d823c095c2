package org.coursewise.localstack.home;

/** Two stacks on one home would write over each other's data. */
public final class HomeInUseException extends RuntimeException {

    HomeInUseException(StackHome home, String holder) {
        super("A stack already runs on " + home.folder() + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + ".\nStop it with Ctrl-C first, or start this one beside it with a home and ports of its own:\n"
                + "  COURSEWISE_HOME=/another/folder COURSEWISE_PORT_OFFSET=1000 mvn -Prun");
    }
}
