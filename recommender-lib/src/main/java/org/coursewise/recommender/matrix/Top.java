package org.coursewise.recommender.matrix;

import java.util.Arrays;

/**
 * The items with the highest scores among all that were offered, in a heap of fixed size whose root is the worst one
 * kept. Of equal scores the lower item stays, so that the result does not depend on the order of offers.
 */
public final class Top {

    private final int[] items;
    private final double[] scores;
    private int size;

    public Top(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        items = new int[capacity];
        scores = new double[capacity];
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** What an item must reach to stay: the worst score kept, 0 while there is room. */
    public float lowest() {
        return size < items.length ? 0 : (float) scores[0];
    }

    /** Offers an item; it stays if it is better than the worst one kept. */
    public void offer(int item, double score) {
        if (size < items.length) {
            int at = size++;
            while (at > 0) {
                int parent = (at - 1) >>> 1;
                if (!worse(item, score, parent)) {
                    break;
                }
                items[at] = items[parent];
                scores[at] = scores[parent];
                at = parent;
            }
            items[at] = item;
            scores[at] = score;
        } else if (size > 0 && (score > scores[0] || (score == scores[0] && item < items[0]))) {
            sink(item, score, size);
        }
    }

    /** The items kept, in no order. */
    public int[] items() {
        return Arrays.copyOf(items, size);
    }

    /**
     * Empties the heap into an array, best first.
     *
     * @return how many were written
     */
    public int drain(int[] into) {
        int count = size;
        for (int at = count - 1; at >= 0; at--) {
            into[at] = items[0];
            size = at;
            if (at > 0) {
                sink(items[at], scores[at], at);
            }
        }
        return count;
    }

    private void sink(int item, double score, int end) {
        int at = 0;
        for (int child = 1; child < end; child = 2 * at + 1) {
            if (child + 1 < end && worse(items[child + 1], scores[child + 1], child)) {
                child++;
            }
            if (!worse(items[child], scores[child], item, score)) {
                break;
            }
            items[at] = items[child];
            scores[at] = scores[child];
            at = child;
        }
        items[at] = item;
        scores[at] = score;
    }

    private boolean worse(int item, double score, int slot) {
        return worse(item, score, items[slot], scores[slot]);
    }

    private static boolean worse(int item, double score, int other, double otherScore) {
        return score < otherScore || (score == otherScore && item > other);
    }
}
