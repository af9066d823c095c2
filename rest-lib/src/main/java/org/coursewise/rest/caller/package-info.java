/** Who calls, as the access token says it. */
@NullMarked
package org.coursewise.rest.caller;

import org.jspecify.annotations.NullMarked;
