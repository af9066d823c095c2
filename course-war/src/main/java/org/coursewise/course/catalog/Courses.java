package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All courses. */
@ApplicationScoped
@Transactional
public class Courses {

    @PersistenceContext
    EntityManager entities;

    @Inject
    SearchIndex index;

    public Optional<Course> find(CourseId id) {
        return Optional.ofNullable(entities.find(Course.class, id.value()));
    }

    /** The course, and nobody else changes it until the transaction ends. */
    public Optional<Course> findLocked(CourseId id) {
        var found = entities.createNativeQuery("select 1 from course where id = ?1 for update")
                .setParameter(1, id.value())
                .getResultList();
        return found.isEmpty() ? Optional.empty() : find(id);
    }

    /** Those of the ids that there are, in the ids' order. */
    public List<Course> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Course> byId = entities.createQuery("select c from Course c where c.id in :ids", Course.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(course -> course.id().value(), Function.identity()));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /** Nobody else gives a course this code until the transaction ends. */
    void claim(String code) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) as claimed")
                .setParameter(1, code)
                .getSingleResult();
    }

    boolean hasCode(String code) {
        return entities.createQuery("select count(c) from Course c where c.code = :code", Long.class)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }

    void add(Course course) {
        entities.persist(course);
        index(course);
    }

    /** Writes what was changed, and what the course is found by. */
    void index(Course course) {
        entities.flush();
        index.refresh(List.of(course.id().value()));
    }

    void flush() {
        entities.flush();
    }

    /** Reads again what others wrote of it in this transaction. */
    void refresh(Course course) {
        entities.refresh(course);
    }
}
