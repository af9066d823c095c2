/** Logging in, staying in by refresh tokens, logging out. */
@NullMarked
package org.coursewise.auth.session;

import org.jspecify.annotations.NullMarked;
