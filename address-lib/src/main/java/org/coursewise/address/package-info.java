/** Mail addresses, checked before anything is done with them. */
@NullMarked
package org.coursewise.address;

import org.jspecify.annotations.NullMarked;
