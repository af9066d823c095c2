/** Who guesses passwords is slowed down; nobody is locked out by that. */
@NullMarked
package org.coursewise.auth.throttle;

import org.jspecify.annotations.NullMarked;
