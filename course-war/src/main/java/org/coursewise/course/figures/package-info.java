/** How recommendations do with learners: counted by model and day. */
@NullMarked
package org.coursewise.course.figures;

import org.jspecify.annotations.NullMarked;
