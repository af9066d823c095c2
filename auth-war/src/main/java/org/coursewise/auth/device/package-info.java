/** From where somebody acts, and which browsers and networks an account has been used from. */
@NullMarked
package org.coursewise.auth.device;

import org.jspecify.annotations.NullMarked;
