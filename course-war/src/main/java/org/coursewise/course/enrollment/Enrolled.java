package org.coursewise.course.enrollment;

import org.coursewise.course.catalog.CourseId;

/** Said inside the transaction in which a learner gets a seat or a place in line by asking for it. */
public record Enrolled(String learner, CourseId course) {}
