/** Turning a kind of mail off by the link that each such mail carries (RFC 8058). */
@NullMarked
package org.coursewise.email.unsubscribe;

import org.jspecify.annotations.NullMarked;
