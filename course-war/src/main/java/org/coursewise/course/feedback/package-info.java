/** What learners do with what was recommended. */
@NullMarked
package org.coursewise.course.feedback;

import org.jspecify.annotations.NullMarked;
