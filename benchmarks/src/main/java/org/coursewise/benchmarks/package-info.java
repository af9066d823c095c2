/** What the running product costs and how fast it is, side by side with its peers and limits. */
@NullMarked
package org.coursewise.benchmarks;

import org.jspecify.annotations.NullMarked;
