/** Who a learner is: outside ids that imported enrolments know, and the accounts they belong to. */
@NullMarked
package org.coursewise.course.learner;

import org.jspecify.annotations.NullMarked;
