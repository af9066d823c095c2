/** Somebody leaves: what auth held of them goes, and says so. */
@NullMarked
package org.coursewise.auth.erasure;

import org.jspecify.annotations.NullMarked;
