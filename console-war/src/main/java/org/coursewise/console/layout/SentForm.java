package org.coursewise.console.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Named;

/**
 * A form that was sent is read before the page has loaded what it shows. A part that only sometimes shows a form says
 * {@code rendered="#{sent.reading or …}"}: else Faces takes the form for one that was not there.
 */
@Named("sent")
@RequestScoped
public class SentForm {

    public boolean isReading() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }
}
