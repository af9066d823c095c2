/** What strangers ask for is kept, answered at once and done afterwards: how long an answer takes tells nothing. */
@NullMarked
package org.coursewise.auth.errand;

import org.jspecify.annotations.NullMarked;
