package org.coursewise.recommender.spark;

import java.util.Arrays;

/** Histories one after the other as bytes: the length and the courses of each, seven bits a byte, the lowest first. */
final class HistoryBytes {

    private static final int MORE = 0x80;
    private static final int VALUE = 0x7f;
    private static final int BITS = 7;
    private static final int LONGEST = 5;

    private byte[] bytes = new byte[1 << 10];
    private int size;

    void add(int[] history) {
        int most = (history.length + 1) * LONGEST;
        if (bytes.length - size < most) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + most));
        }
        number(history.length);
        for (int course : history) {
            number(course);
        }
    }

    int size() {
        return size;
    }

    /** What was added, and forgets it. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    private void number(int value) {
        int rest = value;
        while (rest >= MORE) {
            bytes[size++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[size++] = (byte) rest;
    }

    /** Gets one history after the other. */
    interface Reader {
        /** A history is {@code courses[0 .. length)}; the array is used again. */
        void take(int[] courses, int length);
    }

    static void read(byte[] bytes, Reader reader) {
        var courses = new int[1 << 10];
        int at = 0;
        while (at < bytes.length) {
            int length = 0;
            for (int k = -1; k < length; k++) {
                int value = 0;
                int shift = 0;
                byte next;
                do {
                    next = bytes[at++];
                    value |= (next & VALUE) << shift;
                    shift += BITS;
                } while (next < 0);
                if (k < 0) {
                    length = value;
                    courses = length > courses.length ? new int[length] : courses;
                } else {
                    courses[k] = value;
                }
            }
            reader.take(courses, length);
        }
    }
}
