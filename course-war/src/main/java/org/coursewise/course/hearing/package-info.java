/** What other replicas and files changed, so that what is in memory is not used after it. */
@NullMarked
package org.coursewise.course.hearing;

import org.jspecify.annotations.NullMarked;
