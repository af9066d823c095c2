package org.coursewise.auth.throttle;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.settings.ThrottleSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a name and the place it is typed at stand.
 *
 * @param account whose name it is, null when it is nobody's
 * @param known whether the account has been logged in from this network
 * @param everywhere failures under the name
 * @param here failures under the name from this network
 * @param client failures from the client's address, under whatever name
 */
record Standing(@Nullable UserId account, boolean known, Failures everywhere, Failures here, Failures client) {

    /** What is counted. */
    enum Count {
        ADDRESS,
        ACCOUNT,
        ACCOUNT_HERE
    }

    /**
     * Which counts have reached their limit. In a network that the account is known in, what happens elsewhere does not
     * count: strangers cannot keep anyone out of their own home.
     */
    List<Count> reached(ThrottleSettings limits) {
        var reached = new ArrayList<Count>();
        if (client.reach(limits.addressFailures())) {
            reached.add(Count.ADDRESS);
        }
        if (known) {
            if (here.reach(limits.accountFailures())) {
                reached.add(Count.ACCOUNT_HERE);
            }
        } else if (everywhere.reach(limits.accountFailures())) {
            reached.add(Count.ACCOUNT);
        }
        return reached;
    }

    Failures of(Count count) {
        return switch (count) {
            case ADDRESS -> client;
            case ACCOUNT -> everywhere;
            case ACCOUNT_HERE -> here;
        };
    }

    /** Whether somebody whom nobody knows would not have been let through; a wrong password is told no more than they. */
    boolean strangersWait(ThrottleSettings limits) {
        return everywhere.reach(limits.accountFailures());
    }
}
