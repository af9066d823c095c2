/** A mail on its way, its record and its states. */
@NullMarked
package org.coursewise.email.message;

import org.jspecify.annotations.NullMarked;
