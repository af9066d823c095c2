package org.coursewise.rest.container;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** All rules, one after another, in one server with one deployment. */
@ArquillianTest
class RestLibIT
        implements ProblemRules,
                JsonRules,
                ListAndVersionRules,
                IdempotencyRules,
                SecurityRules,
                OpenApiRules,
                TraceRules,
                MetricRules {

    @Deployment(testable = false)
    static WebArchive service() {
        Tokens.publish();
        return TestService.war();
    }
}
