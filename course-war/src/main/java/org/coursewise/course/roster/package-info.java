/** OneRoster 1.2: what student information systems call courses, in their files. */
@NullMarked
package org.coursewise.course.roster;

import org.jspecify.annotations.NullMarked;
