/** Who did what: every sensitive act leaves an entry that nobody changes. */
@NullMarked
package org.coursewise.auth.audit;

import org.jspecify.annotations.NullMarked;
