/** {@code mvn -Prun -Dobserve}: what a request caused in all services, as a tree on a page of this machine. */
@NullMarked
package org.coursewise.localstack.trace;

import org.jspecify.annotations.NullMarked;
