/** Which mails a person wants. */
@NullMarked
package org.coursewise.email.preference;

import org.jspecify.annotations.NullMarked;
