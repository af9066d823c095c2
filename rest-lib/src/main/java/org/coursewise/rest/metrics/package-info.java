/** What a service shows of itself at /metrics, beside what its server shows. */
@NullMarked
package org.coursewise.rest.metrics;

import org.jspecify.annotations.NullMarked;
