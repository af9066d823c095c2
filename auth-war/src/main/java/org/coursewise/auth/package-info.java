/** Accounts, sessions, tokens and keys. */
@NullMarked
package org.coursewise.auth;

import org.jspecify.annotations.NullMarked;
