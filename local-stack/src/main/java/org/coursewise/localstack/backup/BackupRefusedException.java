package org.coursewise.localstack.backup;

/** Nothing was written or restored; the message tells a person why. */
public final class BackupRefusedException extends RuntimeException {

    BackupRefusedException(String message) {
        super(message);
    }

    BackupRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
