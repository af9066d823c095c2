package org.coursewise.recommender.spark;

import java.io.Serializable;

/** A row that a task made of a course, as bytes, and in which of the driver's files it belongs. */
final class MadeRow implements Serializable {

    private final int file;
    private final int course;
    private final byte[] bytes;

    MadeRow(int file, int course, byte[] bytes) {
        this.file = file;
        this.course = course;
        this.bytes = bytes;
    }

    int file() {
        return file;
    }

    int course() {
        return course;
    }

    byte[] bytes() {
        return bytes;
    }
}
