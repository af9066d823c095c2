package org.coursewise.console.overview;

import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Json;

/**
 * A service as it says it is.
 *
 * @param status what {@code GET /admin/status/…} answers; empty when it does not
 */
public record Service(String name, Map<String, Object> status) {

    public boolean isUp() {
        return "up".equals(status.get("status"));
    }

    public List<Map<String, Object>> list(String field) {
        return Json.list(status, field);
    }
}
