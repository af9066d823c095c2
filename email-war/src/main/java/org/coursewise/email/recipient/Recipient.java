package org.coursewise.email.recipient;

/**
 * A user as mails need them.
 *
 * @param email as auth knows it
 */
public record Recipient(String userId, String email, String displayName, String locale) {}
