/** What every page behind a mailed link has in common: its token and its state. */
@NullMarked
package org.coursewise.console.link;

import org.jspecify.annotations.NullMarked;
