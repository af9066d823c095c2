/** Pages about what opens the API: machine clients and the keys that sign tokens. */
@NullMarked
package org.coursewise.console.access;

import org.jspecify.annotations.NullMarked;
