package org.coursewise.recommender.scoring;

import java.util.Arrays;

/**
 * The courses with the highest positive scores among all that were offered; of equal scores the lower course. Positive floats
 * sort like their bits, so a score and a course are one number, and many of them are gathered before the lesser ones are
 * thrown away: that takes fewer steps than a heap.
 */
final class BestCourses {

    /** So many times what is kept is gathered. */
    private static final int ROOM = 4;

    private final int capacity;
    private final long[] gathered;
    private int size;
    /** What is not above it is not among the best. */
    private long least = Long.MIN_VALUE;

    BestCourses(int capacity) {
        this.capacity = capacity;
        this.gathered = new long[ROOM * capacity];
    }

    /** @param score above 0 */
    void offer(int course, float score) {
        long key = ((long) Float.floatToRawIntBits(score) << 32) | (Integer.MAX_VALUE - course);
        if (key > least) {
            gathered[size++] = key;
            if (size == gathered.length) {
                reduce();
            }
        }
    }

    /**
     * Writes the courses, the best first, and begins anew.
     *
     * @return how many were written
     */
    int drain(int[] into) {
        if (size > capacity) {
            reduce();
        }
        Arrays.sort(gathered, 0, size);
        for (int k = 0; k < size; k++) {
            into[k] = Integer.MAX_VALUE - (int) gathered[size - 1 - k];
        }
        int count = size;
        size = 0;
        least = Long.MIN_VALUE;
        return count;
    }

    /** Keeps the highest, the least of them last: C. A. R. Hoare's FIND (1961). No two keys are equal. */
    private void reduce() {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            long middle = gathered[(from + to) >>> 1];
            int left = from;
            int right = to;
            while (left <= right) {
                while (gathered[left] > middle) {
                    left++;
                }
                while (gathered[right] < middle) {
                    right--;
                }
                if (left <= right) {
                    long other = gathered[left];
                    gathered[left++] = gathered[right];
                    gathered[right--] = other;
                }
            }
            if (capacity - 1 <= right) {
                to = right;
            } else if (capacity - 1 >= left) {
                from = left;
            } else {
                break;
            }
        }
        size = capacity;
        least = gathered[capacity - 1];
    }
}
