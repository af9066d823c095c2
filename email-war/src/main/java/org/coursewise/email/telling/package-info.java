/** Tells others what becomes of mails ({@code email.delivery.v1}) and who wants recommendations ({@code email.preference.v1}). */
@NullMarked
package org.coursewise.email.telling;

import org.jspecify.annotations.NullMarked;
