/** What the console is told from outside, read once. */
@NullMarked
package org.coursewise.console.settings;

import org.jspecify.annotations.NullMarked;
