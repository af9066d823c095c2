/** PostgreSQL from its own binaries, with a role and a database for each service. */
@NullMarked
package org.coursewise.localstack.postgres;

import org.jspecify.annotations.NullMarked;
