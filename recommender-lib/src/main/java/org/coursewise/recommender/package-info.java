/**
 * The recommender: {@link org.coursewise.recommender.Recommender} answers what to take next. It is immutable, safe to
 * share between threads, and needs no other class of this library to serve.
 */
@NullMarked
package org.coursewise.recommender;

import org.jspecify.annotations.NullMarked;
