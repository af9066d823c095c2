/** A generator of load: few threads, many connections, answers looked at no closer than needed. */
@NullMarked
package org.coursewise.benchmarks.load;

import org.jspecify.annotations.NullMarked;
