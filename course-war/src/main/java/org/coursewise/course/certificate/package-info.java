/** Certificates, for whoever wants to know whether one is real. */
@NullMarked
package org.coursewise.course.certificate;

import org.jspecify.annotations.NullMarked;
