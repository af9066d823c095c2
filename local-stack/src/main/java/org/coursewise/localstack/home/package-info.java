/** The folder that keeps a stack's data, its ports and its secrets. */
@NullMarked
package org.coursewise.localstack.home;

import org.jspecify.annotations.NullMarked;
