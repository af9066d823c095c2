/** Setting a new password. */
@NullMarked
package org.coursewise.console.reset;

import org.jspecify.annotations.NullMarked;
