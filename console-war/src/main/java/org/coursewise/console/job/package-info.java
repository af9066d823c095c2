/** Work that the API does after it has answered, as pages follow it: files that were sent, and trainings. */
@NullMarked
package org.coursewise.console.job;

import org.jspecify.annotations.NullMarked;
