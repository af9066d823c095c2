/** How fast mails come from Kafka to the SMTP server. */
@NullMarked
package org.coursewise.benchmarks.mail;

import org.jspecify.annotations.NullMarked;
