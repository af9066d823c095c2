/** Models as versioned, checksummed bytes, and as a folder on disk. */
@NullMarked
package org.coursewise.recommender.modelfile;

import org.jspecify.annotations.NullMarked;
