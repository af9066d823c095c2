package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Notices;
import org.coursewise.console.session.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /courses/course} and {@code /courses/new}: the fields of a course, and whether it is in the catalogue. */
@Named("coursePage")
@RequestScoped
public class CoursePage {

    private static final String FEATURE = "catalogue";
    private static final String PREREQUISITES = "prerequisites";
    private static final String INSTRUCTORS = "instructors";

    @Inject
    Api api;

    @Inject
    Notices notices;

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    private String id = "";
    private String etag = "";
    private Map<String, Object> course = Map.of();
    private Map<String, String> complaints = Map.of();
    private final Map<String, String> form = new HashMap<>();
    private final Map<String, String> wanted = new HashMap<>();
    private List<Choice> courses = List.of();
    private List<Choice> people = List.of();
    private @Nullable PrerequisiteGraph graph;

    /** The page of a course that is there: one without an id is not. */
    public void loadKnown() {
        if (id.isBlank()) {
            throw ApiException.notFound();
        }
        load();
    }

    /** What was typed stays; what was not is as the course has it. */
    public void load() {
        if (!id.isBlank()) {
            var answer = api.get(Call.to("courses", id));
            course = answer.body();
            etag = etag.isEmpty() && answer.etag() != null ? String.valueOf(answer.etag()) : etag;
            graph = new PrerequisiteReader(api).around(course);
        }
        if (form.isEmpty()) {
            form.putAll(CourseForm.typed(course));
        }
        var choices = new Choices(api);
        courses = choices.courses(chosen(PREREQUISITES), wanted.getOrDefault(PREREQUISITES, ""), id);
        people = choices.people(chosen(INSTRUCTORS), wanted.getOrDefault(INSTRUCTORS, ""), visit.isAdmin());
    }

    /** Shows what is found for the words that were typed; all else stays as it was typed. */
    public void find() {
        // loading does it
    }

    public @Nullable String create() {
        return told(() -> {
            id = api.post(Call.to("courses"), json()).made();
            notices.done(FEATURE, "course.created");
        });
    }

    public @Nullable String save() {
        return told(() -> {
            api.patch(Call.to("courses", id), json(), etag);
            notices.done(FEATURE, "course.saved");
        });
    }

    public String publish() {
        api.put(Call.to("courses", id, "publication"), null, null);
        notices.done(FEATURE, "course.published");
        return samePage();
    }

    public String takeBack() {
        api.delete(Call.to("courses", id, "publication"), null);
        notices.done(FEATURE, "course.taken-back");
        return samePage();
    }

    public String archive() {
        api.delete(Call.to("courses", id), etag);
        notices.done(FEATURE, "course.archived");
        return "/courses/list?faces-redirect=true";
    }

    /** What is wrong with a field stands at the field, anything else at the page's head. */
    private @Nullable String told(Runnable act) {
        try {
            act.run();
            return samePage();
        } catch (ApiException e) {
            var fields = new HashSet<>(CourseForm.names());
            fields.addAll(List.of(PREREQUISITES, INSTRUCTORS));
            complaints = Complaints.of(e, fields);
            if (complaints.isEmpty()) {
                throw e;
            }
            FacesContext.getCurrentInstance().validationFailed();
            return null;
        }
    }

    private String samePage() {
        return "/courses/course?faces-redirect=true&id=" + id;
    }

    private Map<String, Object> json() {
        var json = CourseForm.toJson(form);
        json.put(PREREQUISITES, chosen(PREREQUISITES));
        json.put(INSTRUCTORS, chosen(INSTRUCTORS));
        return json;
    }

    private List<String> chosen(String name) {
        if (request.getParameter("choices") == null) {
            return course.get(name) instanceof List<?> ids
                    ? ids.stream().map(String::valueOf).toList()
                    : List.of();
        }
        var ticked = request.getParameterValues(name);
        return ticked == null ? List.of() : List.of(ticked);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getEtag() {
        return etag;
    }

    public void setEtag(@Nullable String etag) {
        this.etag = etag == null ? "" : etag;
    }

    public Map<String, Object> getCourse() {
        return course;
    }

    public boolean isArchived() {
        return "archived".equals(course.get("status"));
    }

    public Map<String, String> getForm() {
        return form;
    }

    public Map<String, String> getWanted() {
        return wanted;
    }

    public Map<String, String> getComplaints() {
        return complaints;
    }

    public List<Choice> getCourses() {
        return courses;
    }

    public List<Choice> getPeople() {
        return people;
    }

    public @Nullable PrerequisiteGraph getGraph() {
        return graph;
    }
}
