/** What MicroProfile JWT leaves open: where the issuer's keys come from, and what else an access token must be. */
@NullMarked
package org.coursewise.rest.token;

import org.jspecify.annotations.NullMarked;
