/** What email-war is told from outside, read once. */
@NullMarked
package org.coursewise.email.settings;

import org.jspecify.annotations.NullMarked;
