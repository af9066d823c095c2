/** Who is signed in to the console, and how they log in and out. Tokens stay in here. */
@NullMarked
package org.coursewise.console.session;

import org.jspecify.annotations.NullMarked;
