package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /courses/reviews}: reviews that somebody complained of, and those that are hidden. */
@Named("reviews")
@RequestScoped
public class ReviewsPage {

    private static final String FEATURE = "catalogue";
    private static final String REPORTED = "reported";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String status = REPORTED;
    private Answer found = new Answer(200, Map.of(), null, null);

    public void load() {
        found = api.get(
                Call.to("admin", "reviews").with("status", status).with("cursor", request.getParameter("cursor")));
    }

    /** The button that was pressed says which review. */
    public String hide() {
        api.put(Call.to("admin", "reviews", pressed("hide"), "hidden"), null, null);
        notices.done(FEATURE, "review.hidden");
        return samePage();
    }

    public String show() {
        api.delete(Call.to("admin", "reviews", pressed("show"), "hidden"), null);
        notices.done(FEATURE, "review.shown");
        return samePage();
    }

    private String pressed(String act) {
        return Objects.toString(request.getParameter("moderation:" + act), "");
    }

    private String samePage() {
        return "/courses/reviews?faces-redirect=true&status=" + status;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = "hidden".equals(status) ? "hidden" : REPORTED;
    }

    public List<Map<String, Object>> getReviews() {
        return found.items();
    }

    public @Nullable String getNextCursor() {
        return found.nextCursor();
    }
}
