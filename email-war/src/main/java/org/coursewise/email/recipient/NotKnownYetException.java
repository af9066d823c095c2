package org.coursewise.email.recipient;

/** Auth's fact about a user has not come yet, though it was said before: topics do not wait for each other. */
public final class NotKnownYetException extends RuntimeException {

    NotKnownYetException(String userId) {
        super("No address is known of user " + userId);
    }
}
