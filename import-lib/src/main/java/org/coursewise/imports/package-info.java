/** Files whose rows are taken in the background: kept first, then taken by whichever replica lives. */
@NullMarked
package org.coursewise.imports;

import org.jspecify.annotations.NullMarked;
