/** The product from outside: over HTTP, IMAP and Kafka, as its users meet it. Never a class of a WAR. */
@NullMarked
package org.coursewise.systemtests;

import org.jspecify.annotations.NullMarked;
