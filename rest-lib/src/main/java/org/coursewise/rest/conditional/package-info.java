/** ETags and preconditions (RFC 9110): 304, 412 and 428. */
@NullMarked
package org.coursewise.rest.conditional;

import org.jspecify.annotations.NullMarked;
