/** The command line. */
@NullMarked
package org.coursewise.recommender.cli;

import org.jspecify.annotations.NullMarked;
