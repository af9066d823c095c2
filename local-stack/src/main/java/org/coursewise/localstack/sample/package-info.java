/** A small catalogue and learners with tastes, so that there is something to see. */
@NullMarked
package org.coursewise.localstack.sample;

import org.jspecify.annotations.NullMarked;
