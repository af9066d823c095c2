package org.coursewise.events;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of events, read strictly as JSON and leniently as to members. */
final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventJson() {}

    static String write(Object data) {
        var tree = MAPPER.<JsonNode>valueToTree(data);
        if (!tree.isObject()) {
            throw new IllegalArgumentException(data.getClass().getName() + " does not make a JSON object");
        }
        return MAPPER.writeValueAsString(tree);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (StreamReadException e) {
            throw notJson(e);
        } catch (JacksonException e) {
            // the message of the parser may quote the data
            var path = e.getPathReference();
            throw new MalformedEventException(
                    "The data is no " + type.getSimpleName() + (path == null || path.isEmpty() ? "" : ", see " + path));
        }
    }

    /** @throws MalformedEventException unless the text is one JSON object */
    static void requireObject(String json) {
        try {
            var tree = MAPPER.readTree(json);
            if (tree.isMissingNode()) {
                throw new MalformedEventException("The value is empty");
            }
            if (!tree.isObject()) {
                throw new MalformedEventException("The value is JSON, but not an object");
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private static MalformedEventException notJson(JacksonException e) {
        var place = e.getLocation();
        return new MalformedEventException("The value is not JSON"
                + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }
}
