/** Catalogue, enrolment and recommendations; docs/architecture.md and course-war/README.md say what is where. */
@NullMarked
package org.coursewise.course;

import org.jspecify.annotations.NullMarked;
