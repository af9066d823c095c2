package org.coursewise.recommender.spark;

import java.io.Serializable;
import org.apache.spark.Partitioner;

/**
 * How courses are dealt to tasks: in turn, so that each gets as many of the popular ones. A task keeps whole rows of its
 * courses, so their number is what fits into the memory for it.
 */
final class Blocks extends Partitioner {

    /** Of a task, for its rows. */
    private static final long BYTES = 64L << 20;

    private final int courses;
    private final int blocks;
    private final boolean timed;

    private Blocks(int courses, int blocks, boolean timed) {
        this.courses = courses;
        this.blocks = blocks;
        this.timed = timed;
    }

    /** @param fewest that keep all processors busy */
    static Blocks of(int courses, boolean timed, int fewest) {
        long row = (long) courses * Double.BYTES * (timed ? 3 : 2);
        long most = Math.max(1, BYTES / row);
        int blocks = (int) ((courses + most - 1) / most);
        return new Blocks(courses, Math.min(courses, Math.max(blocks, fewest)), timed);
    }

    int courses() {
        return courses;
    }

    boolean timed() {
        return timed;
    }

    int block(int course) {
        return course % blocks;
    }

    /** The place of a course in its block. */
    int row(int course) {
        return course / blocks;
    }

    int course(int block, int row) {
        return row * blocks + block;
    }

    int rows(int block) {
        return (courses - block + blocks - 1) / blocks;
    }

    @Override
    public int numPartitions() {
        return blocks;
    }

    @Override
    public int getPartition(Object key) {
        return ((ChunkKey) key).block();
    }

    /**
     * Where a chunk of histories goes and from where it comes, in the order in which it is counted: sums of doubles depend
     * on it.
     */
    record ChunkKey(int block, int partition, int number) implements Comparable<ChunkKey>, Serializable {

        @Override
        public int compareTo(ChunkKey other) {
            int byBlock = Integer.compare(block, other.block);
            int byPartition = Integer.compare(partition, other.partition);
            return byBlock != 0 ? byBlock : byPartition != 0 ? byPartition : Integer.compare(number, other.number);
        }
    }
}
