/** A store that speaks MongoDB's protocol and keeps each write it has acknowledged. */
@NullMarked
package org.coursewise.localstack.mongo;

import org.jspecify.annotations.NullMarked;
