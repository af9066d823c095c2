/** The keys that sign access tokens: one after another, each published before it signs and until its last token is out. */
@NullMarked
package org.coursewise.auth.key;

import org.jspecify.annotations.NullMarked;
