/** Removes what has expired. */
@NullMarked
package org.coursewise.auth.cleanup;

import org.jspecify.annotations.NullMarked;
