/** How email is doing, for administrators. */
@NullMarked
package org.coursewise.email.status;

import org.jspecify.annotations.NullMarked;
