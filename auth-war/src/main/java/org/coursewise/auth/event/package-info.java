/** What auth tells the other services: facts about users and commands to send mail. */
@NullMarked
package org.coursewise.auth.event;

import org.jspecify.annotations.NullMarked;
