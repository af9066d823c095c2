/** JSON, read strictly and written the same way everywhere; JSON Merge Patch (RFC 7396). */
@NullMarked
package org.coursewise.rest.json;

import org.jspecify.annotations.NullMarked;
