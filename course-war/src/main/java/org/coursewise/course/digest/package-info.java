/** The weekly mail of recommendations, for those who asked for it. */
@NullMarked
package org.coursewise.course.digest;

import org.jspecify.annotations.NullMarked;
