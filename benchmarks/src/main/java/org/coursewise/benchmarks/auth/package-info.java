/** What accounts and tokens cost. */
@NullMarked
package org.coursewise.benchmarks.auth;

import org.jspecify.annotations.NullMarked;
