package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.jspecify.annotations.Nullable;

/** {@code /courses/section}: a section's title, and its end. */
@Named("sectionPage")
@RequestScoped
public class SectionPage {

    private static final String FEATURE = "catalogue";

    @Inject
    Api api;

    @Inject
    Notices notices;

    private String id = "";
    private String course = "";
    private String etag = "";
    private int lessons;
    private Map<String, String> complaints = Map.of();
    private final Map<String, String> form = new HashMap<>();

    public void load() {
        var section = api.get(Call.to("sections", id));
        lessons = new Outline(api).lessons(id).size();
        etag = etag.isEmpty() ? Objects.toString(section.etag(), "") : etag;
        form.putIfAbsent("title", Objects.toString(section.text("title"), ""));
    }

    public @Nullable String save() {
        try {
            api.patch(Call.to("sections", id), Map.of("title", form.getOrDefault("title", "")), etag);
        } catch (ApiException e) {
            complaints = Complaints.of(e, Set.of("title"));
            if (complaints.isEmpty()) {
                throw e;
            }
            return null;
        }
        notices.done(FEATURE, "section.saved");
        return content();
    }

    public String remove() {
        api.delete(Call.to("sections", id), etag);
        notices.done(FEATURE, "section.removed");
        return content();
    }

    private String content() {
        return "/courses/content?faces-redirect=true&id=" + course;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.toString(id, "");
    }

    public String getCourse() {
        return course;
    }

    public void setCourse(@Nullable String course) {
        this.course = Objects.toString(course, "");
    }

    public String getEtag() {
        return etag;
    }

    public void setEtag(@Nullable String etag) {
        this.etag = Objects.toString(etag, "");
    }

    public int getLessons() {
        return lessons;
    }

    public Map<String, String> getForm() {
        return form;
    }

    public Map<String, String> getComplaints() {
        return complaints;
    }
}
