package org.coursewise.email.delivery;

/** How an attempt ended. The reply is the SMTP server's, or says why there was none. */
sealed interface Outcome {

    String reply();

    /** The SMTP server answers for the mail now. */
    record Accepted(String reply) implements Outcome {}

    /** A later attempt may succeed: a 4xx reply, a time-out, no connection. */
    record NotNow(String reply) implements Outcome {}

    /** A 5xx reply: no attempt will succeed. */
    record Refused(String reply) implements Outcome {}

    /** Nothing was asked of the SMTP server: the mail must not be sent. */
    record Unwanted(String reply) implements Outcome {}

    /** There is no mail to send. */
    record Unmailable(String reply) implements Outcome {}
}
