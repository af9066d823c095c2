package org.coursewise.events.outbox;

import org.jspecify.annotations.Nullable;

/** Something that does not work for a while: said once when it begins and once when it is over. */
final class Outage {

    private static final System.Logger LOG = System.getLogger(Outage.class.getName());

    private final String subject;
    private boolean going;

    Outage(String subject) {
        this.subject = subject;
    }

    void began(String what, @Nullable Throwable cause) {
        if (!going) {
            going = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} {1}; it keeps trying. {2}",
                    subject,
                    what,
                    cause == null ? "" : cause);
        }
    }

    void ended() {
        if (going) {
            going = false;
            LOG.log(System.Logger.Level.INFO, "{0} works again", subject);
        }
    }
}
