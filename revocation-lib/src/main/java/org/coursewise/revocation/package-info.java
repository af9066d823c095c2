/** Access tokens that auth has taken back before they expire, learnt from its facts: the deny list. */
@NullMarked
package org.coursewise.revocation;

import org.jspecify.annotations.NullMarked;
