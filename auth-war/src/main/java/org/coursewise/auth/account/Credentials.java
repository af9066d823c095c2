package org.coursewise.auth.account;

/** Whose password it is, and its hash. */
public record Credentials(UserId account, String passwordHash) {}
