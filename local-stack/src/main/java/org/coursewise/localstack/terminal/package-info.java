/** What a person sees: progress, prefixed log lines, the table of addresses. */
@NullMarked
package org.coursewise.localstack.terminal;

import org.jspecify.annotations.NullMarked;
