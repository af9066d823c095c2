/** What learners say to be interested in, before their courses tell. */
@NullMarked
package org.coursewise.course.interest;

import org.jspecify.annotations.NullMarked;
