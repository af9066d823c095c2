package org.coursewise.email.unsubscribe;

import org.coursewise.email.preference.Category;

/** A kind of mail that somebody gets: what an unsubscribe link is about. */
record Subscription(String userId, Category category) {}
