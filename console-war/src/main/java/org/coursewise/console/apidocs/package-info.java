/** The API's own documents: every operation described, and callable as the person who is signed in. */
@NullMarked
package org.coursewise.console.apidocs;

import org.jspecify.annotations.NullMarked;
