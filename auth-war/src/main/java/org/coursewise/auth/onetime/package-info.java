/** One-time tokens: sent by mail, stored hashed, used once. */
@NullMarked
package org.coursewise.auth.onetime;

import org.jspecify.annotations.NullMarked;
