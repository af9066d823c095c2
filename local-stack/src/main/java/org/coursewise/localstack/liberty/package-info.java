/** The Liberty servers and the settings they are given. */
@NullMarked
package org.coursewise.localstack.liberty;

import org.jspecify.annotations.NullMarked;
