/** The page of whoever is signed in: their account, sessions and second factor. */
@NullMarked
package org.coursewise.console.account;

import org.jspecify.annotations.NullMarked;
