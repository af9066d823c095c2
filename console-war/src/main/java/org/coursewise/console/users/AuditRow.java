package org.coursewise.console.users;

import org.coursewise.console.users.Names.Who;

/**
 * An entry of the audit trail as it is read.
 *
 * @param what was done, in words
 * @param by who did it
 * @param about whose account it was about; without a name where it was nobody's
 * @param details what else there is to say
 * @param link to what came of it, or to the entries that are like it
 */
public record AuditRow(
        String id, String at, String what, Who by, Who about, String address, String details, String link) {}
