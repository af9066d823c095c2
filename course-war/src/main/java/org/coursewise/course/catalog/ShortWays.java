package org.coursewise.course.catalog;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts {@link ShownCourseFilter} behind the filters of rest-lib: one of web.xml would stand before them. */
@WebListener
public class ShortWays implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .addFilter("shown-course", ShownCourseFilter.class)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, ShownCourseFilter.ADDRESSES + "*");
    }
}
