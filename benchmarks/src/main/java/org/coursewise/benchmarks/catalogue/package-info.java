/** How fast the catalogue answers, and what that costs. */
@NullMarked
package org.coursewise.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
