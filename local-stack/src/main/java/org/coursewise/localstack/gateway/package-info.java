/** The one address of the whole API. */
@NullMarked
package org.coursewise.localstack.gateway;

import org.jspecify.annotations.NullMarked;
