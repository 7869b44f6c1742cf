package io.shopoms.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shopoms.inventory", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theVocabularyKnowsNoSide = noClasses()
            .that()
            .resideInAPackage("..inventory.stock..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.smallrye.mutiny..",
                    "io.vertx..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.shopoms.sync..",
                    "..inventory.mapping..",
                    "..inventory.policy..",
                    "..inventory.shopify..",
                    "..inventory.odoo..",
                    "..inventory.cache..",
                    "..inventory.intake..",
                    "..inventory.ops..");

    @ArchTest
    static final ArchRule theRulesAreCalculations = noClasses()
            .that()
            .resideInAPackage("..inventory.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.smallrye.mutiny..",
                    "io.vertx..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.shopoms.sync.cache..",
                    "..inventory.policy..",
                    "..inventory.shopify..",
                    "..inventory.odoo..",
                    "..inventory.cache..",
                    "..inventory.intake..",
                    "..inventory.ops..");

    @ArchTest
    static final ArchRule shopifyKnowsStockOnly = noClasses()
            .that()
            .resideInAPackage("..inventory.shopify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..inventory.mapping..",
                    "..inventory.policy..",
                    "..inventory.odoo..",
                    "..inventory.cache..",
                    "..inventory.intake..",
                    "..inventory.ops..");

    @ArchTest
    static final ArchRule odooKnowsStockOnly = noClasses()
            .that()
            .resideInAPackage("..inventory.odoo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..inventory.mapping..",
                    "..inventory.policy..",
                    "..inventory.shopify..",
                    "..inventory.cache..",
                    "..inventory.intake..",
                    "..inventory.ops..");

    @ArchTest
    static final ArchRule theCacheCallsNobody = noClasses()
            .that()
            .resideInAPackage("..inventory.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..inventory.mapping..", "..inventory.intake..", "..inventory.ops..");
}
