/** Courses as those who teach and administer them see them: what they are, what they teach, who is in them, their reviews and files. */
@NullMarked
package org.coursewise.console.catalogue;

import org.jspecify.annotations.NullMarked;
