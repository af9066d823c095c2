/** The only place that knows Weka: trains the rankers and takes them apart into plain arrays. */
@NullMarked
package org.coursewise.recommender.weka;

import org.jspecify.annotations.NullMarked;
