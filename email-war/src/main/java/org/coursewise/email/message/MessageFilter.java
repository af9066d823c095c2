package org.coursewise.email.message;

import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Which messages a list shows; what is null does not matter. */
record MessageFilter(
        @Nullable MessageStatus status,
        @Nullable EmailAddress to,
        @Nullable String template) {}
