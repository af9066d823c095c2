/** Everything that auth holds on one person, for that person. */
@NullMarked
package org.coursewise.auth.export;

import org.jspecify.annotations.NullMarked;
