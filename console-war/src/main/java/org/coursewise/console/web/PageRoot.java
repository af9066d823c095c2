package org.coursewise.console.web;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of ours. One that anybody may open has no state, and keeps what belongs to its view, such as the nonce that
 * PrimeFaces gives to scripts, for the one request: no stranger makes a session. Named in faces-config.xml.
 */
public final class PageRoot extends UIViewRoot {

    private final Map<String, Object> ofThisRequest = new HashMap<>();

    @Override
    public @Nullable Map<String, Object> getViewMap(boolean create) {
        var known = isOpen() ? ofThisRequest : super.getViewMap(create);
        if (known != null && NewNonce.isWholePage(request())) {
            known.remove(NewNonce.NAME);
        }
        return known;
    }

    /** Faces asks before it has read the page, and would make a session for one that is not. */
    @Override
    public boolean isTransient() {
        return isOpen() || super.isTransient();
    }

    private static boolean isOpen() {
        return Pages.isOpen(request());
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
