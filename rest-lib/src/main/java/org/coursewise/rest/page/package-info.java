/** Lists in pages: limit, cursor and the Link header (RFC 8288). */
@NullMarked
package org.coursewise.rest.page;

import org.jspecify.annotations.NullMarked;
