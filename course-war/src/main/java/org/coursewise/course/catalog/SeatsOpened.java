package org.coursewise.course.catalog;

/** Said inside a transaction that may have given a course more seats, or brought it back into the catalogue. */
public record SeatsOpened(CourseId course) {}
