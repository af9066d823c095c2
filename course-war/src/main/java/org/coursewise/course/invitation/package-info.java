/** People are invited to courses by mail address, before they have an account too; only who has verified it takes the place. */
@NullMarked
package org.coursewise.course.invitation;

import org.jspecify.annotations.NullMarked;
