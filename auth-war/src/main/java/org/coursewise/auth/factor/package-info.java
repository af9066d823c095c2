/** The second factor: codes of an authenticator app, and recovery codes for the day it is lost. */
@NullMarked
package org.coursewise.auth.factor;

import org.jspecify.annotations.NullMarked;
