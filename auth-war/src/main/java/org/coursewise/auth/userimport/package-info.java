/** Accounts that were made elsewhere, taken from a file with the passwords they have. */
@NullMarked
package org.coursewise.auth.userimport;

import org.jspecify.annotations.NullMarked;
