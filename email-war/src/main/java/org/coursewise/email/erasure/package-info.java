/** Who was erased, and email's word that they were. */
@NullMarked
package org.coursewise.email.erasure;

import org.jspecify.annotations.NullMarked;
