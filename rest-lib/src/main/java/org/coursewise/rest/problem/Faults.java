package org.coursewise.rest.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import org.coursewise.trace.TraceContext;

/** Says of anything thrown which problem it is to the client, and logs what only we should know. */
final class Faults {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());
    private static final String STALE_VERSION = "jakarta.persistence.OptimisticLockException";

    private final List<TransientFault> transientFaults;

    Faults(List<TransientFault> transientFaults) {
        this.transientFaults = List.copyOf(transientFaults);
    }

    ProblemException translate(Throwable thrown) {
        var chain = Causes.of(thrown);
        for (var fault : chain) {
            if (fault instanceof ProblemException problem) {
                return problem;
            }
            if (fault instanceof ConstraintViolationException violation && InputViolations.areTheClients(violation)) {
                return ProblemException.invalidInput(InputViolations.fields(violation));
            }
        }
        if (TransientFault.isAmong(thrown, transientFaults)) {
            LOG.log(System.Logger.Level.WARNING, () -> "Temporarily unavailable, trace " + traceId() + ": " + thrown);
            return new ProblemException(
                    ProblemType.UNAVAILABLE, "Something this service needs does not answer. Try again in a moment.");
        }
        if (chain.stream().anyMatch(fault -> fault.getClass().getName().equals(STALE_VERSION))) {
            return new ProblemException(
                    ProblemType.CONFLICT, "Someone else changed it at the same moment. Read it again and repeat.");
        }
        if (thrown instanceof WebApplicationException answer
                && answer.getResponse().getStatus() != 500) {
            return HttpFault.translate(answer);
        }
        LOG.log(System.Logger.Level.ERROR, "Unexpected failure, trace " + traceId(), thrown);
        return HttpFault.ofStatus(500, Map.of());
    }

    private static String traceId() {
        return TraceContext.current().map(TraceContext::traceId).orElse("none");
    }
}
