/** What every REST service says the same way; this package holds its settings, each neighbour one rule of the API. */
@NullMarked
package org.coursewise.rest;

import org.jspecify.annotations.NullMarked;
