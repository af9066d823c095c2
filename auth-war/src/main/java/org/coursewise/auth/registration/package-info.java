/** From a stranger to a confirmed account. */
@NullMarked
package org.coursewise.auth.registration;

import org.jspecify.annotations.NullMarked;
