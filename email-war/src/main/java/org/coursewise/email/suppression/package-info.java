/** Addresses that are not written to. */
@NullMarked
package org.coursewise.email.suppression;

import org.jspecify.annotations.NullMarked;
