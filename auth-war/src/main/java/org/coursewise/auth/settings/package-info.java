/** What auth is told from outside, read once. */
@NullMarked
package org.coursewise.auth.settings;

import org.jspecify.annotations.NullMarked;
