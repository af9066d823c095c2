/** What other mail systems report of mails after they were sent. */
@NullMarked
package org.coursewise.email.bounce;

import org.jspecify.annotations.NullMarked;
