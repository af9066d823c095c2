package org.coursewise.auth.errand;

import java.util.Set;

/** A feature that does what strangers asked it for. */
public interface ErrandRunner {

    Set<Errand.Kind> kinds();

    /** In a transaction with the errand's end: it is done once, or not at all. */
    void run(Errand errand);
}
