/** How fast recommendations are answered, and what that costs. */
@NullMarked
package org.coursewise.benchmarks.recommendation;

import org.jspecify.annotations.NullMarked;
