/** The W3C trace context of the request at hand. */
@NullMarked
package org.coursewise.rest.trace;

import org.jspecify.annotations.NullMarked;
