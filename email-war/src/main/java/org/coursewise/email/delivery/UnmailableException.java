package org.coursewise.email.delivery;

/** A message that no mail can be made of. */
final class UnmailableException extends RuntimeException {

    UnmailableException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
