package org.coursewise.auth.onetime;

import org.coursewise.auth.account.Profile;

/** What someone who registered wants set once they have shown that the mailbox is theirs. */
public record Pledge(String passwordHash, Profile profile) {}
