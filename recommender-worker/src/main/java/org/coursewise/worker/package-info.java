/** Trains models for course, in a process of its own: leases a job, reads, trains, stores, promotes. */
@NullMarked
package org.coursewise.worker;

import org.jspecify.annotations.NullMarked;
