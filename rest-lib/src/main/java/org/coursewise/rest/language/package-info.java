/** Language tags in requests. */
@NullMarked
package org.coursewise.rest.language;

import org.jspecify.annotations.NullMarked;
