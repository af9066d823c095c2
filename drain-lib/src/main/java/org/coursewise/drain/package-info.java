/** A server that is about to stop says so beforehand. */
@NullMarked
package org.coursewise.drain;

import org.jspecify.annotations.NullMarked;
