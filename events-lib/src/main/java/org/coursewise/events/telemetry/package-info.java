/** What is told for statistics' sake: quickly, and not at any price. */
@NullMarked
package org.coursewise.events.telemetry;

import org.jspecify.annotations.NullMarked;
