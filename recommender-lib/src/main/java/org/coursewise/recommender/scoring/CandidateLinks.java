package org.coursewise.recommender.scoring;

import java.util.function.IntToDoubleFunction;
import org.coursewise.recommender.matrix.SparseRows;

/**
 * What the single links from a history to its candidates are like: the strongest, how many, for and against. It is gathered
 * for candidates alone, and for the history's own courses, once the sums have said who is one: that is one course of twenty, and
 * their numbers lie side by side.
 */
final class CandidateLinks {

    private final FittedSources sources;
    /** √c of each course, and one over it. */
    private final float[] roots;

    private final float[] inverses;

    CandidateLinks(FittedSources sources) {
        this.sources = sources;
        roots = new float[sources.courses()];
        inverses = new float[roots.length];
        for (int c = 0; c < roots.length; c++) {
            roots[c] = (float) Math.sqrt(Math.max(1, sources.count(c)));
            inverses[c] = 1 / roots[c];
        }
    }

    /**
     * Fills the slots of candidates and, behind them, of the history.
     *
     * @param last the course whose own links are kept as well; -1 for none
     * @param weights of a course that so many others came after
     */
    void describe(Scratch s, int[] history, int length, int last, IntToDoubleFunction weights) {
        s.beginSlots(history, length);
        for (int k = 0; k < length; k++) {
            int course = history[k];
            float weight = (float) weights.applyAsDouble(length - 1 - k);
            addEase(s, course, weight);
            addNeighbors(s, course, weight, course == last);
            add(s, Source.WALK, Scratch.LARGEST_WALK, course, weight);
            add(s, Source.SEQUENCES, Scratch.LARGEST_SEQUENCE, course, weight);
            add(s, Source.CONTENT, Scratch.LARGEST_CONTENT, course, weight);
        }
        if (last >= 0) {
            keepLast(s, last);
        }
        s.endSlots(history, length);
    }

    private void addEase(Scratch s, int course, float weight) {
        SparseRows links = sources.links(Source.EASE);
        int[] columns = links.columns();
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int at = s.slotOf[columns[k]];
            if (at < 0) {
                continue;
            }
            float value = weight * links.values()[k];
            if (value > slots[at + Scratch.SECOND_EASE]) {
                float largest = slots[at + Scratch.LARGEST_EASE];
                slots[at + Scratch.SECOND_EASE] = Math.min(value, largest);
                slots[at + Scratch.LARGEST_EASE] = Math.max(value, largest);
            }
            if (value > 0) {
                slots[at + Scratch.EASE_LINKED] += weight;
            } else {
                slots[at + Scratch.EASE_AGAINST] += value;
            }
        }
    }

    private void addNeighbors(Scratch s, int course, float weight, boolean isLast) {
        SparseRows links = sources.links(Source.NEIGHBORS);
        int[] columns = links.columns();
        float own = roots[course];
        float ownInverse = inverses[course];
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int to = columns[k];
            int at = s.slotOf[to];
            if (at < 0) {
                continue;
            }
            float cosine = links.values()[k];
            float value = weight * cosine;
            slots[at + Scratch.SIMILARITY_SQUARES] += value * cosine;
            if (value > slots[at + Scratch.SECOND_SIMILARITY]) {
                float largest = slots[at + Scratch.LARGEST_SIMILARITY];
                slots[at + Scratch.SECOND_SIMILARITY] = Math.min(value, largest);
                slots[at + Scratch.LARGEST_SIMILARITY] = Math.max(value, largest);
            }
            // cosine = c_ij / √(c_i c_j), so the share of those who took i that took j, and the other way round
            float confidence = cosine * roots[to] * ownInverse;
            float reverse = cosine * own * inverses[to];
            slots[at + Scratch.LARGEST_CONFIDENCE] = Math.max(slots[at + Scratch.LARGEST_CONFIDENCE], confidence);
            slots[at + Scratch.LARGEST_REVERSE] = Math.max(slots[at + Scratch.LARGEST_REVERSE], reverse);
            slots[at + Scratch.MISSED] *= 1 - weight * Math.min(1, confidence);
            slots[at + Scratch.LINKED] += weight;
            if (isLast) {
                slots[at + Scratch.LAST_SIMILARITY] = cosine;
            }
        }
    }

    private void add(Scratch s, Source source, int largest, int course, float weight) {
        SparseRows links = sources.links(source);
        int[] columns = links.columns();
        float[] slots = s.slots;
        int end = links.starts()[course + 1];
        for (int k = links.starts()[course]; k < end; k++) {
            int at = s.slotOf[columns[k]];
            if (at >= 0) {
                slots[at + largest] = Math.max(slots[at + largest], weight * links.values()[k]);
            }
        }
    }

    private void keepLast(Scratch s, int last) {
        SparseRows links = sources.links(Source.SEQUENCES);
        int end = links.starts()[last + 1];
        for (int k = links.starts()[last]; k < end; k++) {
            int at = s.slotOf[links.columns()[k]];
            if (at >= 0) {
                s.slots[at + Scratch.LAST_SEQUENCE] = links.values()[k];
            }
        }
    }
}
