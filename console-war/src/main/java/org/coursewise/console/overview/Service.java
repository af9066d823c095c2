package org.coursewise.console.overview;

import java.util.List;
import java.util.Map;

/**
 * A service as it says it is.
 *
 * @param status what {@code GET /admin/status/…} answers; empty when it does not
 */
public record Service(String name, Map<String, Object> status) {

    public boolean isUp() {
        return "up".equals(status.get("status"));
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String field) {
        return status.get(field) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
