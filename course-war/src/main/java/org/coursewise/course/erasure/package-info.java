/** Somebody leaves: each feature erases what it holds of them, and course says so. */
@NullMarked
package org.coursewise.course.erasure;

import org.jspecify.annotations.NullMarked;
