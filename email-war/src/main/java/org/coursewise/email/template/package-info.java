/** The texts: a subject, a plain and an HTML body for each mail and locale. */
@NullMarked
package org.coursewise.email.template;

import org.jspecify.annotations.NullMarked;
