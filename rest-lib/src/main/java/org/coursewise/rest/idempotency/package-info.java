/** The Idempotency-Key of a POST that creates: one answer for 24 hours. */
@NullMarked
package org.coursewise.rest.idempotency;

import org.jspecify.annotations.NullMarked;
