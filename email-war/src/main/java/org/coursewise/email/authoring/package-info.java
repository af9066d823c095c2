/** Where administrators look at the texts of mails, change them and try them. */
@NullMarked
package org.coursewise.email.authoring;

import org.jspecify.annotations.NullMarked;
