/** CSV files, read row by row whatever they hold, and written so that a spreadsheet sees text alone. */
@NullMarked
package org.coursewise.csv;

import org.jspecify.annotations.NullMarked;
