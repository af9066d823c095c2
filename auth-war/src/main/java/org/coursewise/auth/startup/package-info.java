/** What happens before the first request. */
@NullMarked
package org.coursewise.auth.startup;

import org.jspecify.annotations.NullMarked;
