package org.coursewise.postgres;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Whoever asks while the database is away is told so at once, and comes back. By itself EclipseLink would ask up to three times
 * more, with 5 s between, while the request holds its thread. A service names it in its {@code persistence.xml}.
 */
public final class PromptSessions implements SessionCustomizer {

    /** For a connection of the pool that the database has closed since it was used. */
    private static final int ONCE_MORE = 1;

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(ONCE_MORE);
            login.setDelayBetweenConnectionAttempts(0);
        }
    }
}
