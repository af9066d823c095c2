package org.coursewise.course.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewise.recommender.Recommender;
import org.jspecify.annotations.Nullable;

/**
 * What can be taken now, in the order of one model: made anew when the catalogue or the model changes, and never changed.
 */
final class Shelf {

    /** As the API has it. */
    private static final int MOST_SHOWN = 200;

    private static final AtomicLong MADE = new AtomicLong();

    private final long number = MADE.incrementAndGet();
    private final long edition;
    private final ServedModel.@Nullable Loaded model;
    private final Map<String, Offer> open = new HashMap<>();
    private final boolean[] isOpen;
    private final List<Offer> byPopularity;
    private final List<Offer> latest;
    private final Set<String> languages;
    private final Newcomers newcomers;

    Shelf(long edition, ServedModel.@Nullable Loaded model, Stream<Offer> offers, Instant now) {
        this.edition = edition;
        this.model = model;
        var recommender = model == null ? null : model.recommender();
        isOpen = new boolean[recommender == null ? 0 : recommender.courses().size()];
        var unknown = new ArrayList<Offer>();
        offers.filter(offer -> offer.isOpen(now)).forEach(offer -> {
            open.put(offer.id(), offer);
            var number = recommender == null ? -1 : recommender.numberOf(offer.id());
            if (number >= 0) {
                isOpen[number] = true;
            } else if (recommender != null) {
                unknown.add(offer);
            }
        });
        byPopularity = open.values().stream()
                .sorted(Comparator.comparingInt(Offer::enrolled).reversed().thenComparing(Offer::code))
                .toList();
        latest = open.values().stream()
                .sorted(Comparator.comparing(Shelf::publishedAt).reversed().thenComparing(Offer::code))
                .limit(MOST_SHOWN)
                .toList();
        languages = open.values().stream().map(Offer::language).collect(Collectors.toUnmodifiableSet());
        newcomers = new Newcomers(unknown.stream()
                .sorted(Comparator.comparing(Shelf::publishedAt).reversed().thenComparing(Offer::code))
                .toList());
    }

    /** A model is one object on a replica, from when it is read until another takes its place. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(long currentEdition, ServedModel.@Nullable Loaded currentModel) {
        return edition == currentEdition && model == currentModel;
    }

    /** Of all shelves that were ever made. */
    long number() {
        return number;
    }

    /** Whether the same courses are as popular as on the other: how many took each may differ. */
    boolean hasOrderOf(Shelf other) {
        return ids(byPopularity).equals(ids(other.byPopularity));
    }

    /** Whether there is a course in it. */
    boolean hasLanguage(String code) {
        return languages.contains(code);
    }

    @Nullable
    Recommender recommender() {
        return model == null ? null : model.recommender();
    }

    /** Null before there was a model. */
    @Nullable
    String modelVersion() {
        return model == null ? null : model.version();
    }

    /** Null when it cannot be taken now. */
    @Nullable
    Offer open(String id) {
        return open.get(id);
    }

    /** @param number of the course in the model */
    boolean isOpen(int number) {
        return isOpen[number];
    }

    /** The most taken first, as of when the shelf was made. */
    List<Offer> byPopularity() {
        return byPopularity;
    }

    /** As many as anybody can ask for. */
    List<Offer> latest() {
        return latest;
    }

    private static Instant publishedAt(Offer offer) {
        return Objects.requireNonNullElse(offer.publishedAt(), Instant.MIN);
    }

    private static List<String> ids(List<Offer> offers) {
        return offers.stream().map(Offer::id).toList();
    }

    /** Those that the model does not know yet. */
    Newcomers newcomers() {
        return newcomers;
    }
}
