/** What a service says of having erased a person. */
@NullMarked
package org.coursewise.rest.receipt;

import org.jspecify.annotations.NullMarked;
