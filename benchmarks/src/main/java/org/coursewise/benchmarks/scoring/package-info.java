/** What the parts of one recommendation cost, in memory alone. */
@NullMarked
package org.coursewise.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
