/** What every page of the console has around it: language, colours, navigation, what was done and what went wrong. */
@NullMarked
package org.coursewise.console.layout;

import org.jspecify.annotations.NullMarked;
