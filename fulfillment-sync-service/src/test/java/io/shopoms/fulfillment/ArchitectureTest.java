package io.shopoms.fulfillment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shopoms.fulfillment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule mappingIsPure = noClasses()
            .that()
            .resideInAPackage("..fulfillment.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta..", "io.quarkus..", "java.sql..");

    @ArchTest
    static final ArchRule bothSidesKnowNeitherEachOtherNorTheRest = noClasses()
            .that()
            .resideInAPackage("..fulfillment.shopify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..fulfillment.odoo..",
                    "..fulfillment.cache..",
                    "..fulfillment.mapping..",
                    "..fulfillment.intake..");

    @ArchTest
    static final ArchRule odooKnowsItselfOnly = noClasses()
            .that()
            .resideInAPackage("..fulfillment.odoo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..fulfillment.shopify..",
                    "..fulfillment.cache..",
                    "..fulfillment.mapping..",
                    "..fulfillment.intake..");

    @ArchTest
    static final ArchRule theCacheKnowsNoRules = noClasses()
            .that()
            .resideInAPackage("..fulfillment.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..fulfillment.mapping..", "..fulfillment.intake..");

    @ArchTest
    static final ArchRule onlyTablesAreReachedWithSql = classes()
            .that()
            .haveSimpleNameStartingWith("Pg")
            .should()
            .resideInAPackage("..fulfillment.cache..")
            .andShould()
            .bePackagePrivate();
}
