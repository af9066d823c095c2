/** What readiness and liveness say. */
@NullMarked
package org.coursewise.email.health;

import org.jspecify.annotations.NullMarked;
