/** Real servers for the tests, and what stands in for the container. */
@NullMarked
package org.coursewise.events.testing;

import org.jspecify.annotations.NullMarked;
