/** What happens before the first request. */
@NullMarked
package org.coursewise.course.startup;

import org.jspecify.annotations.NullMarked;
