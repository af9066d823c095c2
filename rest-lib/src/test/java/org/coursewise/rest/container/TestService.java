package org.coursewise.rest.container;

import java.io.File;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.coursewise.rest.RestSettings;
import org.coursewise.settings.Settings;
import org.coursewise.trace.TraceContext;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR of the tests: the resources of this package and rest-lib as a jar within, as in every service. */
final class TestService {

    private TestService() {}

    static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "rest-lib-test.war")
                .addPackage(TestApplication.class.getPackage())
                .addAsLibraries(Stream.of(
                                RestSettings.class,
                                Settings.class,
                                TraceContext.class,
                                tools.jackson.databind.JsonNode.class,
                                tools.jackson.core.JsonParser.class,
                                com.fasterxml.jackson.annotation.JsonIgnore.class,
                                org.jspecify.annotations.Nullable.class)
                        .map(TestService::library)
                        .toArray(JavaArchive[]::new))
                .addAsWebInfResource(new StringAsset("""
                                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.1">
                                  <context-root uri="/"/>
                                </web-ext>
                                """), "ibm-web-ext.xml")
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsResource(new StringAsset("""
                                coursewise.service-name=test
                                coursewise.problem-base=https://problems.test/
                                coursewise.cors-origins=https://app.test
                                coursewise.api-url=https://api.test
                                coursewise.jwks-refresh=PT0.1S
                                coursewise.data-keys=k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
                                """), "META-INF/microprofile-config.properties");
    }

    /** A class's own jar, made from its folder when it is of this module. */
    private static JavaArchive library(Class<?> inside) {
        try {
            var source = new File(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (source.isFile()) {
                return ShrinkWrap.create(ZipImporter.class, source.getName())
                        .importFrom(source)
                        .as(JavaArchive.class);
            }
            return ShrinkWrap.create(ExplodedImporter.class, inside.getSimpleName() + ".jar")
                    .importDirectory(source)
                    .as(JavaArchive.class);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
