/** A way back in for those who forgot their password. */
@NullMarked
package org.coursewise.auth.reset;

import org.jspecify.annotations.NullMarked;
