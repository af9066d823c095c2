/** The process that trains models. */
@NullMarked
package org.coursewise.localstack.worker;

import org.jspecify.annotations.NullMarked;
