/** Who has an account: the aggregate, its repository and its owner's view of it. */
@NullMarked
package org.coursewise.auth.account;

import org.jspecify.annotations.NullMarked;
