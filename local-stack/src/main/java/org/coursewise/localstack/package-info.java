/** Everything on this machine, in one command: what is started, and the front door for the system tests. */
@NullMarked
package org.coursewise.localstack;

import org.jspecify.annotations.NullMarked;
