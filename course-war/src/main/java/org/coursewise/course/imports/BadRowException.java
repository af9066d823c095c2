package org.coursewise.course.imports;

/** A row that cannot be taken; the message says which column is wrong and why. */
final class BadRowException extends RuntimeException {

    BadRowException(String complaint) {
        super(complaint);
    }

    BadRowException(String column, String complaint) {
        super(column + ": " + complaint);
    }
}
