/** The gate that a build must pass before it is deployed. */
@NullMarked
package org.coursewise.jenkins;

import org.jspecify.annotations.NullMarked;
