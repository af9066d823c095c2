package org.coursewise.course.learner;

/**
 * Whoever keeps something by a learner's id gives the outside learner's to the account now, in the transaction that says
 * this; the courses of their reviews and enrolments are locked.
 */
public record HistoryTakenOver(String outsider, String account) {}
