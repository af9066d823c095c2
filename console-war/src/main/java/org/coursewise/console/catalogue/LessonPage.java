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

/** {@code /courses/lesson}: a lesson, or a new one of a section. */
@Named("lessonPage")
@RequestScoped
public class LessonPage {

    private static final String FEATURE = "catalogue";
    private static final Set<String> FIELDS = Set.of("title", "kind", "content");

    @Inject
    Api api;

    @Inject
    Notices notices;

    private String id = "";
    private String section = "";
    private String course = "";
    private String etag = "";
    private Map<String, String> complaints = Map.of();
    private final Map<String, String> form = new HashMap<>();

    public void load() {
        if (isKnown()) {
            var lesson = api.get(Call.to("lessons", id));
            etag = etag.isEmpty() ? Objects.toString(lesson.etag(), "") : etag;
            FIELDS.forEach(name -> form.putIfAbsent(name, Objects.toString(lesson.text(name), "")));
        }
    }

    public @Nullable String save() {
        try {
            if (isKnown()) {
                api.patch(Call.to("lessons", id), Map.copyOf(form), etag);
            } else {
                api.post(Call.to("sections", section, "lessons"), Map.copyOf(form));
            }
        } catch (ApiException e) {
            complaints = Complaints.of(e, FIELDS);
            if (complaints.isEmpty()) {
                throw e;
            }
            return null;
        }
        notices.done(FEATURE, "lesson.saved");
        return content();
    }

    public String remove() {
        api.delete(Call.to("lessons", id), etag);
        notices.done(FEATURE, "lesson.removed");
        return content();
    }

    private String content() {
        return "/courses/content?faces-redirect=true&id=" + course;
    }

    /** Whether it is there already. */
    public boolean isKnown() {
        return !id.isBlank();
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.toString(id, "");
    }

    public String getSection() {
        return section;
    }

    public void setSection(@Nullable String section) {
        this.section = Objects.toString(section, "");
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

    public Map<String, String> getForm() {
        return form;
    }

    public Map<String, String> getComplaints() {
        return complaints;
    }
}
