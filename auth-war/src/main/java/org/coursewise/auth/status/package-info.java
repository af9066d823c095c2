/** How auth is doing: for the platform that runs it and for administrators. */
@NullMarked
package org.coursewise.auth.status;

import org.jspecify.annotations.NullMarked;
