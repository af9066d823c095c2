/** Problem documents (RFC 9457): the one shape of every error. */
@NullMarked
package org.coursewise.rest.problem;

import org.jspecify.annotations.NullMarked;
