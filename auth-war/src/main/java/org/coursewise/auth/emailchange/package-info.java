/** Another address for an account, once both mailboxes have agreed. */
@NullMarked
package org.coursewise.auth.emailchange;

import org.jspecify.annotations.NullMarked;
