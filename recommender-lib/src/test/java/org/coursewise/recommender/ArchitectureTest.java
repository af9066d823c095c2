package org.coursewise.recommender;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.coursewise.recommender", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOnePackageKnowsWeka = noClasses()
            .that()
            .resideOutsideOfPackage("org.coursewise.recommender.weka")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("weka..")
            .because("the library may change, and serving needs none of it");

    @ArchTest
    static final ArchRule servingNeedsNoTraining = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.coursewise.recommender",
                    "org.coursewise.recommender.scoring",
                    "org.coursewise.recommender.ranking",
                    "org.coursewise.recommender.matrix",
                    "org.coursewise.recommender.modelfile")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.coursewise.recommender.training", "org.coursewise.recommender.weka");
}
