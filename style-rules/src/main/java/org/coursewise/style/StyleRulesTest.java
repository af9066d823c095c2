package org.coursewise.style;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What CONTRIBUTING.md says of the code, as far as a machine can see it. */
@AnalyzeClasses(
        packages = "org.coursewise",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
public class StyleRulesTest {

    @ArchTest
    static final ArchRule namesSayWhatTheDomainSays = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Helpers)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*\\.Base[A-Z][A-Za-z]*")
            .allowEmptyShould(true)
            .because("a name says what the domain says");

    @ArchTest
    static final ArchRule packagesAreFeatures = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..", "..util..", "..utils..", "..service..", "..dto..", "..impl..", "..model..")
            .allowEmptyShould(true)
            .because("a package is a feature");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles = slices().matching("org.coursewise.(*).(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a reader needs a place to begin");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .allowEmptyShould(true)
            .because("an entity behaves; it is not filled in");

    @ArchTest
    static final ArchRule entitiesHaveNoPublicFields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .and()
            .doNotHaveModifier(JavaModifier.STATIC)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesAreReadInTransactions = fields().that()
            .haveRawType("jakarta.persistence.EntityManager")
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.transaction.Transactional")
            .allowEmptyShould(true)
            .because("outside of one a request keeps its connection until it ends, and may then wait for a second");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true)
            .because("a Clock is injected, so that a test can hold it");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .allowEmptyShould(true)
            .because("code waits for something, with a deadline");

    @ArchTest
    static final ArchRule resourcesAreNamedSo = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true)
            .because("a newcomer looks for a feature's *Resource");

    @ArchTest
    static final ArchRule everyPackageSaysWhatMayBeNull = classes()
            .that()
            .areTopLevelClasses()
            .should(new ResideInNullMarkedPackage())
            .allowEmptyShould(true)
            .because("NullAway checks marked packages alone");
}
