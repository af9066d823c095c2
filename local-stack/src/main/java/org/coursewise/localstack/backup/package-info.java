/** A stack that does not run, as one file, and back. */
@NullMarked
package org.coursewise.localstack.backup;

import org.jspecify.annotations.NullMarked;
