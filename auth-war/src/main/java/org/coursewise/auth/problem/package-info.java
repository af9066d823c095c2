/** Auth's own ways to say no. */
@NullMarked
package org.coursewise.auth.problem;

import org.jspecify.annotations.NullMarked;
