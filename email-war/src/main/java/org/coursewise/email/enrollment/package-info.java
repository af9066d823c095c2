/** Mails to learners about their courses, on facts that course tells. */
@NullMarked
package org.coursewise.email.enrollment;

import org.jspecify.annotations.NullMarked;
