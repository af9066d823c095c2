/** A small service in a real server: what rest-lib promises, seen over HTTP. */
@NullMarked
package org.coursewise.rest.container;

import org.jspecify.annotations.NullMarked;
