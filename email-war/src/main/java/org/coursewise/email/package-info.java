/** Mails from command to delivery. */
@NullMarked
package org.coursewise.email;

import org.jspecify.annotations.NullMarked;
