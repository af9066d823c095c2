/** Tells others what becomes of mails: the facts on {@code email.delivery.v1}. */
@NullMarked
package org.coursewise.email.telling;

import org.jspecify.annotations.NullMarked;
