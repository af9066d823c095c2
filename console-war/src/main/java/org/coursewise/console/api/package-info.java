/** The public API as the console calls it. */
@NullMarked
package org.coursewise.console.api;

import org.jspecify.annotations.NullMarked;
