/** What happens to every request before and after JAX-RS, and to those that never reach it. */
@NullMarked
package org.coursewise.rest.edge;

import org.jspecify.annotations.NullMarked;
