/** Commands to send a mail, as other services give them. */
@NullMarked
package org.coursewise.email.command;

import org.jspecify.annotations.NullMarked;
