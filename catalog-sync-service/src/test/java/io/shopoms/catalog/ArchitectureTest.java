package io.shopoms.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shopoms.catalog", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theVocabularyKnowsNoSide = noClasses()
            .that()
            .resideInAPackage("..catalog.product..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta..", "io.quarkus..", "io.shopoms.sync..");

    @ArchTest
    static final ArchRule shopifyKnowsProductsOnly = noClasses()
            .that()
            .resideInAPackage("..catalog.shopify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..catalog.odoo..",
                    "..catalog.feed..",
                    "..catalog.cache..",
                    "..catalog.intake..",
                    "..catalog.mapping..",
                    "..catalog.policy..");

    @ArchTest
    static final ArchRule theCacheCallsNobody = noClasses()
            .that()
            .resideInAPackage("..catalog.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..catalog.feed..", "..catalog.intake..", "..catalog.mapping..");
}
