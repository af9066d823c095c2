package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a few plain requests before all that is only for the others, in the same words as they would be answered then. A
 * bean of this kind is asked after {@link EdgeFilter} has found nothing wrong with the request.
 */
public interface ShortWay {

    /** @return whether it answered; if not, nothing was written */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
