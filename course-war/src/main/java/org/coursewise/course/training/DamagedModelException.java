package org.coursewise.course.training;

/** The bytes of a model are not those that were stored. */
public final class DamagedModelException extends RuntimeException {

    DamagedModelException() {
        super("The model is damaged: it is not what was stored");
    }
}
