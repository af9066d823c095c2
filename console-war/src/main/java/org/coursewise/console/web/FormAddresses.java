package org.coursewise.console.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A form goes to the address its page has, with what stands behind the question mark: after an act that was refused the
 * page can be loaded again. Named in faces-config.xml.
 */
public final class FormAddresses extends ViewHandlerWrapper {

    public FormAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String view) {
        var address = super.getActionURL(faces, view);
        var query = ((HttpServletRequest) faces.getExternalContext().getRequest()).getQueryString();
        return query == null
                        || address.contains("?")
                        || !view.equals(faces.getViewRoot().getViewId())
                ? address
                : address + "?" + query;
    }
}
