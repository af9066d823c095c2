package org.coursewise.course.erasure;

/**
 * Whoever keeps something by a learner's id erases it now, or puts the pseudonym in its place, in the transaction that says
 * this.
 *
 * @param pseudonym random and kept nowhere else: what stays can be counted, and leads to nobody
 */
public record LearnerLeft(String learner, String pseudonym) {}
