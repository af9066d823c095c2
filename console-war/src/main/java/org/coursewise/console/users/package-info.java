/** Pages about people: their accounts, imports of them, and who did what. */
@NullMarked
package org.coursewise.console.users;

import org.jspecify.annotations.NullMarked;
