package org.coursewise.course;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** The REST API of course. */
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({
    "learner",
    "instructor",
    "admin",
    "catalog:write",
    "learning:write",
    "recommendations:read",
    "models:train"
})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Coursewise course",
                        version = "1",
                        description = "Catalogue, enrolment and recommendations",
                        license =
                                @License(name = "GPL-3.0-or-later", url = "https://www.gnu.org/licenses/gpl-3.0.html")))
public class CourseApplication extends Application {}
