package org.coursewise.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Project;
import org.junit.jupiter.api.Test;

class PromptSessionsTest {

    @Test
    void aDatabaseThatIsAwayIsAskedOnceMoreAndNotWaitedFor() {
        var session = new Project(new DatabaseLogin()).createDatabaseSession();
        assertThat(session.getLogin().getDelayBetweenConnectionAttempts()).isPositive();
        new PromptSessions().customize(session);
        assertThat(session.getLogin().getQueryRetryAttemptCount()).isEqualTo(1);
        assertThat(session.getLogin().getDelayBetweenConnectionAttempts()).isZero();
    }
}
