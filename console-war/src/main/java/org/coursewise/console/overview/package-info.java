/** The first page: how the services are, and what happened in the last weeks. */
@NullMarked
package org.coursewise.console.overview;

import org.jspecify.annotations.NullMarked;
