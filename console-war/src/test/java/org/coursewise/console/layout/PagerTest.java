package org.coursewise.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void theNextPageKeepsTheFilters() {
        var pager = at("query=ada+l%C3%B6w&status=&cursor=old&expired=1", "old");
        assertThat(pager.isFurther()).isTrue();
        assertThat(pager.getFirst()).isEqualTo("/users/list?query=ada+l%C3%B6w&status=");
        assertThat(pager.to("a&b=")).isEqualTo("/users/list?query=ada+l%C3%B6w&status=&cursor=a%26b%3D");
    }

    @Test
    void aListWithoutFiltersHasThemNowhere() {
        var pager = at(null, null);
        assertThat(pager.isFurther()).isFalse();
        assertThat(pager.getFirst()).isEqualTo("/users/list");
        assertThat(pager.to("x")).isEqualTo("/users/list?cursor=x");
    }

    private static Pager at(@Nullable String query, @Nullable String cursor) {
        return new Pager((HttpServletRequest) Proxy.newProxyInstance(
                PagerTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> "/users/list";
                    case "getQueryString" -> query;
                    case "getParameter" -> cursor;
                    default -> null;
                }));
    }
}
