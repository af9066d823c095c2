/** Children: started so that only their parent stops them, watched, killed for real in tests. */
@NullMarked
package org.coursewise.localstack.process;

import org.jspecify.annotations.NullMarked;
