/** A person's own account: profile, password, leaving. */
@NullMarked
package org.coursewise.auth.profile;

import org.jspecify.annotations.NullMarked;
