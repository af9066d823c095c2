/** Who the users are, as far as mails need it, learnt from auth's facts. */
@NullMarked
package org.coursewise.email.recipient;

import org.jspecify.annotations.NullMarked;
