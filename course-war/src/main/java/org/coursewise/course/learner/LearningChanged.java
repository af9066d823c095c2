package org.coursewise.course.learner;

/** Said inside a transaction that changes what a learner takes, wants or does not want: what is recommended next may be other. */
public record LearningChanged(String learner) {}
