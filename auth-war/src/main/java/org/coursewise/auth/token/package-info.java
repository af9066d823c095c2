/** Access tokens and the keys that sign them. */
@NullMarked
package org.coursewise.auth.token;

import org.jspecify.annotations.NullMarked;
