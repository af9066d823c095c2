/** What administrators see and do, and where the first one comes from. */
@NullMarked
package org.coursewise.auth.admin;

import org.jspecify.annotations.NullMarked;
