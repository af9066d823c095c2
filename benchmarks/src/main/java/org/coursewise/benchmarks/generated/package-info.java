/** Courses and learners that nobody is, the same at every run. */
@NullMarked
package org.coursewise.benchmarks.generated;

import org.jspecify.annotations.NullMarked;
