/** What training a model costs, by how much there is to learn from. */
@NullMarked
package org.coursewise.benchmarks.training;

import org.jspecify.annotations.NullMarked;
