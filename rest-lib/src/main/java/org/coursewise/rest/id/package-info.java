/** Language tags in requests. */
@NullMarked
package org.coursewise.rest.id;

import org.jspecify.annotations.NullMarked;
