package org.coursewise.console.apidocs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;

/** {@code /api-docs/list?service&q}: all that the API can be asked. */
@Named("apiList")
@RequestScoped
public class ListPage {

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private final List<Service> services = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();

    /** A service's part of the API. */
    public record Service(String name, String title, String description, String address, List<Group> groups) {

        public int count() {
            return groups.stream().mapToInt(group -> group.operations().size()).sum();
        }
    }

    /** Operations about one thing. */
    public record Group(String name, List<Operation> operations) {}

    /** A service that does not answer spoils its own part alone. */
    public void load() {
        var wanted = parameter("service");
        for (var name : Document.SERVICES) {
            if (wanted.isEmpty() || wanted.equals(name)) {
                try {
                    services.add(service(Document.of(name, api)));
                } catch (ApiException e) {
                    silent.add(name);
                }
            }
        }
    }

    private Service service(Document document) {
        var words = parameter("q");
        var groups = document.operations().stream()
                .filter(operation -> operation.isAbout(words))
                .collect(Collectors.groupingBy(Operation::tag, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
        return new Service(
                document.service(), document.title(), document.description(), "/openapi/" + document.service(), groups);
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    public List<String> getNames() {
        return Document.SERVICES;
    }

    public List<Service> getServices() {
        return services.stream().filter(service -> service.count() > 0).toList();
    }

    /** Services whose document could not be read. */
    public List<String> getSilent() {
        return silent;
    }
}
