/** What holds for every answer: headers, limits, error pages. */
@NullMarked
package org.coursewise.console.web;

import org.jspecify.annotations.NullMarked;
