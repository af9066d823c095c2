/** Machine clients and their tokens (OAuth 2 client credentials). */
@NullMarked
package org.coursewise.auth.client;

import org.jspecify.annotations.NullMarked;
