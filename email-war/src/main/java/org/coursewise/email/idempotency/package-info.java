/** Answers to requests with an Idempotency-Key, in MongoDB. */
@NullMarked
package org.coursewise.email.idempotency;

import org.jspecify.annotations.NullMarked;
