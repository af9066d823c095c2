/** What the Kubernetes set promises, looked up in what kustomize makes of it. */
@NullMarked
package org.coursewise.kubernetes;

import org.jspecify.annotations.NullMarked;
