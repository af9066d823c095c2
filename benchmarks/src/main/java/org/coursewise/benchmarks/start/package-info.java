/** How soon everything is ready, and what it takes of memory. */
@NullMarked
package org.coursewise.benchmarks.start;

import org.jspecify.annotations.NullMarked;
