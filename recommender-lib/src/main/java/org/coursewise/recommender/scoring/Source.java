package org.coursewise.recommender.scoring;

/** The sources that link courses to courses, in the order in which models keep them. */
public enum Source {
    EASE(0),
    NEIGHBORS(1),
    WALK(2),
    SEQUENCES(3),
    CONTENT(4);

    private static final Source[] ALL = values();

    private final int position;

    Source(int position) {
        this.position = position;
    }

    /** The one at a place in models. */
    static Source at(int position) {
        return ALL[position];
    }

    /** Its place in models, from 0. */
    public int position() {
        return position;
    }
}
