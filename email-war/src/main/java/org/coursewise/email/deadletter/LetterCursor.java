package org.coursewise.email.deadletter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.events.consumer.DeadLetterBox.Letter;
import org.coursewise.events.consumer.DeadLetterBox.Place;

/**
 * How far back pages have gone, by place.
 *
 * @param before ids of the last letters shown, one for each place
 */
record LetterCursor(List<String> before) {

    static LetterCursor after(Map<Place, Long> earlier, List<Letter> shown) {
        var all = new HashMap<>(earlier);
        shown.forEach(letter -> all.put(letter.place(), letter.offset()));
        return new LetterCursor(all.entrySet().stream()
                .map(entry -> new LetterId(entry.getKey(), entry.getValue()).toString())
                .sorted()
                .toList());
    }

    Map<Place, Long> places() {
        var places = new HashMap<Place, Long>();
        before.stream().flatMap(id -> LetterId.parse(id).stream()).forEach(id -> places.put(id.place(), id.offset()));
        return places;
    }
}
