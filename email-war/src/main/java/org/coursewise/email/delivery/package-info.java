/** From a message that is due to the SMTP server's answer. */
@NullMarked
package org.coursewise.email.delivery;

import org.jspecify.annotations.NullMarked;
