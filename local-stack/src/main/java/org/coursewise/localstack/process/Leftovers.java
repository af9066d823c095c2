package org.coursewise.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children of a parent that was killed: those which have not ended yet are ended before anything starts. */
public final class Leftovers {

    private static final int GENTLE_SECONDS = 5;

    private Leftovers() {}

    /** @return the names of the parts that still ran */
    public static List<String> end(Path runFolder) {
        var ended = new ArrayList<String>();
        for (var note : PidFile.in(runFolder)) {
            note.process().ifPresent(process -> {
                end(process);
                ended.add(note.part());
            });
            note.delete();
        }
        return List.copyOf(ended);
    }

    private static void end(ProcessHandle process) {
        var family = Signals.family(process);
        process.destroy();
        if (!isGone(process, GENTLE_SECONDS)) {
            family.forEach(ProcessHandle::destroyForcibly);
            isGone(process, GENTLE_SECONDS);
        }
    }

    private static boolean isGone(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
