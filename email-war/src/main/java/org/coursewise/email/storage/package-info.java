/** The MongoDB database that holds everything email-war keeps. */
@NullMarked
package org.coursewise.email.storage;

import org.jspecify.annotations.NullMarked;
