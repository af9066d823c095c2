/** A small service that listens, in a real server. */
@NullMarked
package org.coursewise.events.container;

import org.jspecify.annotations.NullMarked;
