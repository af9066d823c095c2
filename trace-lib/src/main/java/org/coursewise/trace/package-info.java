/** The W3C trace context of the request or event at hand. */
@NullMarked
package org.coursewise.trace;

import org.jspecify.annotations.NullMarked;
