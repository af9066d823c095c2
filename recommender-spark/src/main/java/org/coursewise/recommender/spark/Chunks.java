package org.coursewise.recommender.spark;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.coursewise.recommender.spark.Blocks.ChunkKey;
import scala.Tuple2;

/** Histories of a partition, each to every block of which it holds a course, many in one array of bytes. */
final class Chunks implements Iterator<Tuple2<ChunkKey, byte[]>> {

    private static final int LARGEST = 1 << 15;
    /** Of all blocks' chunks that are being filled. */
    private static final int MEMORY = 1 << 24;

    private final int partition;
    private final Iterator<LearnerHistory> histories;
    private final Blocks blocks;
    private final HistoryBytes[] filling;
    private final int[] numbers;
    private final int[] lastSeen;
    private final Queue<Tuple2<ChunkKey, byte[]>> full = new ArrayDeque<>();
    private int seen;

    Chunks(int partition, Iterator<LearnerHistory> histories, Blocks blocks) {
        this.partition = partition;
        this.histories = histories;
        this.blocks = blocks;
        this.filling = new HistoryBytes[blocks.numPartitions()];
        Arrays.setAll(filling, block -> new HistoryBytes());
        this.numbers = new int[filling.length];
        this.lastSeen = new int[filling.length];
    }

    @Override
    public boolean hasNext() {
        int largest = Math.min(LARGEST, MEMORY / filling.length);
        while (full.isEmpty() && histories.hasNext()) {
            var courses = histories.next().courses();
            seen++;
            for (int course : courses) {
                int block = blocks.block(course);
                if (lastSeen[block] != seen) {
                    lastSeen[block] = seen;
                    filling[block].add(courses);
                    if (filling[block].size() >= largest) {
                        flush(block);
                    }
                }
            }
        }
        if (full.isEmpty()) {
            for (int block = 0; block < filling.length; block++) {
                if (filling[block].size() > 0) {
                    flush(block);
                }
            }
        }
        return !full.isEmpty();
    }

    private void flush(int block) {
        full.add(new Tuple2<>(new ChunkKey(block, partition, numbers[block]++), filling[block].take()));
    }

    @Override
    public Tuple2<ChunkKey, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return full.remove();
    }
}
