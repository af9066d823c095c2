package org.coursewise.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;

/** {@code /access/keys}: the keys that sign access tokens. */
@Named("keysPage")
@RequestScoped
public class KeysPage {

    private static final Call KEYS = Call.to("admin", "signing-keys");
    private static final String SAME_PAGE = "/access/keys?faces-redirect=true";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private List<Map<String, Object>> keys = List.of();

    public void load() {
        keys = api.get(KEYS).items();
    }

    public String rotate() {
        var key = api.post(KEYS, null);
        notices.done("access", "rotate.done", String.valueOf(key.text("kid")));
        return SAME_PAGE;
    }

    /** The one whose button was pressed. */
    public String withdraw() {
        api.delete(Call.to("admin", "signing-keys", request.getParameter("key")), null);
        notices.done("access", "withdraw.done");
        return SAME_PAGE;
    }

    public List<Map<String, Object>> getKeys() {
        return keys;
    }
}
