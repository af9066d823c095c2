/** Trains the recommender's model where enrolments outgrow one machine's memory: Apache Spark counts, the library does the rest. */
@NullMarked
package org.coursewise.recommender.spark;

import org.jspecify.annotations.NullMarked;
