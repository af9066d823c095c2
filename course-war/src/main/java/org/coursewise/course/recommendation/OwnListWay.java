package org.coursewise.course.recommendation;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts {@link OwnListFilter} behind the filters of rest-lib, which check tokens: one of web.xml would stand before them. */
@WebListener
public class OwnListWay implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .addFilter("own-list", OwnListFilter.class)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, OwnListFilter.ADDRESS);
    }
}
