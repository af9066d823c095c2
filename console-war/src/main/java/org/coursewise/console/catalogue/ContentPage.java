package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /courses/content}: what a course teaches, in its order. */
@Named("contentPage")
@RequestScoped
public class ContentPage {

    private static final String FEATURE = "catalogue";
    private static final Set<String> ORDERED = Set.of("sections", "lessons");

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private String newTitle = "";
    private Map<String, Object> course = Map.of();
    private List<Outline.Chapter> chapters = List.of();

    public void load() {
        course = api.get(Call.to("courses", id)).body();
        chapters = new Outline(api).of(id);
    }

    public String addSection() {
        api.post(Call.to("courses", id, "sections"), Map.of("title", newTitle));
        notices.done(FEATURE, "section.added");
        return samePage();
    }

    /**
     * Gives a section or lesson its place; the button that was pressed, or the script where it was dropped, says which:
     * kind, id and position. What others shifted meanwhile does not matter, so the ETag is that of the moment.
     */
    public String move() {
        var move = Objects.toString(request.getParameter("order:move"), "").split(" ", 3);
        if (move.length == 3 && ORDERED.contains(move[0]) && move[2].matches("[1-9][0-9]{0,5}")) {
            var thing = Call.to(move[0], move[1]);
            var etag = api.get(thing).etag();
            api.patch(thing, Map.of("position", Integer.valueOf(move[2])), etag);
            notices.done(FEATURE, "moved");
        }
        return samePage();
    }

    private String samePage() {
        return "/courses/content?faces-redirect=true&id=" + id;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.toString(id, "");
    }

    public String getNewTitle() {
        return newTitle;
    }

    public void setNewTitle(@Nullable String title) {
        newTitle = Objects.toString(title, "");
    }

    public Map<String, Object> getCourse() {
        return course;
    }

    public List<Outline.Chapter> getChapters() {
        return chapters;
    }
}
