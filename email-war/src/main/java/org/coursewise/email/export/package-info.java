/** Everything that email holds on one person, for that person. */
@NullMarked
package org.coursewise.email.export;

import org.jspecify.annotations.NullMarked;
