package org.coursewise.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * What a SQL database does when it restarts, is overloaded or breaks a deadlock. The types of Jakarta Persistence are
 * known by name: not every service has them on its class path.
 */
@ApplicationScoped
class DatabaseFault implements TransientFault {

    private static final Set<String> PASSING_TYPES = Set.of(
            "jakarta.persistence.QueryTimeoutException",
            "jakarta.persistence.LockTimeoutException",
            "jakarta.persistence.PessimisticLockException",
            "com.ibm.websphere.ce.cm.StaleConnectionException",
            "com.ibm.websphere.ce.cm.ConnectionWaitTimeoutException");

    /** Classes 08 (connection) and 53 (resources); serialization failure, deadlock; shutdown, crash, starting up. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53");

    private static final Set<String> PASSING_STATES =
            Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03");

    @Override
    public boolean isTransient(Throwable fault) {
        if (fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || fault instanceof SQLNonTransientConnectionException) {
            return true;
        }
        if (fault instanceof SQLException failure && failure.getSQLState() != null) {
            var state = failure.getSQLState();
            return PASSING_STATES.contains(state)
                    || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
        }
        return PASSING_TYPES.contains(fault.getClass().getName());
    }
}
