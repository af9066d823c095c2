/** SMTP and IMAP, with every delivered mail kept as a file. */
@NullMarked
package org.coursewise.localstack.mail;

import org.jspecify.annotations.NullMarked;
