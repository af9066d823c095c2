/** What learners are recommended and why, the models that do it, and how they do. */
@NullMarked
package org.coursewise.console.recommendations;

import org.jspecify.annotations.NullMarked;
