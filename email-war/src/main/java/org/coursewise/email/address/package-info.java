/** Mail addresses, checked before anything is done with them. */
@NullMarked
package org.coursewise.email.address;

import org.jspecify.annotations.NullMarked;
