/** Who acts, taken from the token alone. */
@NullMarked
package org.coursewise.auth.caller;

import org.jspecify.annotations.NullMarked;
