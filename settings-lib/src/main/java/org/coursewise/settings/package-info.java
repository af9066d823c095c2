/** Typed settings, read once at start-up, and the secret keys among them. */
@NullMarked
package org.coursewise.settings;

import org.jspecify.annotations.NullMarked;
