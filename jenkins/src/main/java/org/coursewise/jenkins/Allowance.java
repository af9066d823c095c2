package org.coursewise.jenkins;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the allow-list: a finding that is known, looked at and accepted until a day.
 *
 * @param id the finding's id
 * @param in the end of the path of the file it may be in; null for anywhere
 * @param reason why it does no harm
 * @param expires the last day it counts
 */
record Allowance(String id, @Nullable String in, String reason, LocalDate expires) {

    boolean covers(Finding finding) {
        return id.equals(finding.id()) && (in == null || finding.where().endsWith(in));
    }

    boolean hasExpiredBy(LocalDate today) {
        return today.isAfter(expires);
    }

    /** Nothing is allowed for ever: somebody looks at it again each year. */
    boolean lastsMoreThanAYear(LocalDate today) {
        return expires.isAfter(today.plusYears(1));
    }

    @Override
    public String toString() {
        return id + (in == null ? "" : " in " + in) + " (" + reason + ")";
    }
}
