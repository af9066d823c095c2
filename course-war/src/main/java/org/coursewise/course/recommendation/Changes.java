package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.course.hearing.LearnersHeard;
import org.coursewise.course.learner.HistoryTakenOver;
import org.coursewise.course.learner.LearningChanged;

/**
 * Counts what changed for learners: what was read before a change is not used after it. Learners are counted in groups, the
 * same that the database names, so that no replica is told of anybody by name.
 */
@ApplicationScoped
class Changes {

    static final int GROUPS = 1 << 16;
    private static final int BYTE = 0xff;

    private final AtomicIntegerArray ofGroup = new AtomicIntegerArray(GROUPS);
    private final AtomicInteger ofAll = new AtomicInteger();

    /** The counts at a moment. */
    record Stamp(int ofGroup, int ofAll) {}

    /** To be taken before the learner is read. */
    Stamp stamp(String learner) {
        return new Stamp(ofGroup.get(group(learner)), ofAll.get());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LearningChanged change) {
        changed(group(change.learner()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) HistoryTakenOver change) {
        changed(group(change.account()));
        changed(group(change.outsider()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LearnerLeft change) {
        changed(group(change.learner()));
    }

    void changed(@Observes LearnersHeard change) {
        var group = change.group();
        if (group == null) {
            ofAll.incrementAndGet();
        } else {
            changed(group.intValue());
        }
    }

    private void changed(int group) {
        ofGroup.incrementAndGet(group);
    }

    /** As the database's {@code learner_group} has it. */
    static int group(String learner) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(learner.getBytes(StandardCharsets.UTF_8));
            return ((hash[0] & BYTE) << Byte.SIZE) | (hash[1] & BYTE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
