/** What learners say of courses, what a course shows of it, and what moderators do about it. */
@NullMarked
package org.coursewise.course.review;

import org.jspecify.annotations.NullMarked;
