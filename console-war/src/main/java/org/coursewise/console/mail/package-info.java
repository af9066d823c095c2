/** Mails: what became of them, their texts, who gets none, how they are doing, and what could not be handled. */
@NullMarked
package org.coursewise.console.mail;

import org.jspecify.annotations.NullMarked;
