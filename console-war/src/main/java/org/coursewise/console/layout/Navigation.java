package org.coursewise.console.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.coursewise.console.session.Visit;
import org.coursewise.console.web.Pages;

/** Where one can go: an administrator everywhere, an instructor to the courses. A page is one line here. */
@Named("navigation")
@RequestScoped
public class Navigation {

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    /** A part of the navigation. */
    public record Section(String name, List<Link> pages) {}

    /**
     * One page.
     *
     * @param isCurrent whether it, or one below it, is the one that is shown
     */
    public record Link(String name, String address, boolean isCurrent) {}

    public List<Section> getSections() {
        var teaching = section("catalogue", "courses /courses/list");
        return visit.isAdmin()
                ? List.of(
                        section("overview", "health /overview"),
                        section("users", "list /users/list", "imports /users/imports", "audit /users/audit"),
                        section("access", "clients /access/clients", "keys /access/keys"),
                        section(
                                "catalogue",
                                "courses /courses/list",
                                "reviews /courses/reviews",
                                "imports /imports/list"),
                        section(
                                "recommendations",
                                "learner /recommendations/learner",
                                "models /recommendations/models",
                                "figures /recommendations/figures"),
                        section(
                                "mail",
                                "messages /mail/messages",
                                "templates /mail/templates",
                                "suppressions /mail/suppressions",
                                "statistics /mail/statistics",
                                "dead-letters /mail/dead-letters"),
                        section("api", "documents /api-docs/list"))
                : List.of(teaching);
    }

    private Section section(String name, String... pages) {
        return new Section(name, Stream.of(pages).map(this::link).toList());
    }

    private Link link(String line) {
        var parts = line.split(" ", 2);
        var here = Pages.pathOf(request);
        return new Link(parts[0], parts[1], here.startsWith(parts[1]) || parts[1].startsWith(here));
    }
}
