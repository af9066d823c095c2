/** Passwords: what is accepted and how it is kept. */
@NullMarked
package org.coursewise.auth.password;

import org.jspecify.annotations.NullMarked;
