/** What could not be handled, for administrators to look at and to try again. */
@NullMarked
package org.coursewise.email.deadletter;

import org.jspecify.annotations.NullMarked;
