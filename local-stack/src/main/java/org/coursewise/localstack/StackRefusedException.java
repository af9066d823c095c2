package org.coursewise.localstack;

/** Nothing was started; the message tells a person what to do. */
public final class StackRefusedException extends RuntimeException {

    StackRefusedException(String message) {
        super(message);
    }
}
