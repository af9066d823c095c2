/** What there is to learn from: courses, learners and who took what, read from CSV. */
@NullMarked
package org.coursewise.recommender.dataset;

import org.jspecify.annotations.NullMarked;
