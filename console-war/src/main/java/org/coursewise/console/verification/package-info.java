/** Confirming an e-mail address. */
@NullMarked
package org.coursewise.console.verification;

import org.jspecify.annotations.NullMarked;
