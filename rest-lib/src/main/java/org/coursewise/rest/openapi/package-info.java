/** The OpenAPI document: where it is served, and what it says of every operation alike. */
@NullMarked
package org.coursewise.rest.openapi;

import org.jspecify.annotations.NullMarked;
