package io.shopoms.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shopoms.order", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule mappingIsPure = noClasses()
            .that()
            .resideInAPackage("..order.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye.mutiny..", "io.vertx..", "jakarta..", "io.quarkus..", "java.sql..");

    @ArchTest
    static final ArchRule mappingKnowsOrdersOnly = noClasses()
            .that()
            .resideInAPackage("..order.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..order.odoo..", "..order.cache..", "..order.intake..");

    @ArchTest
    static final ArchRule shopifyKnowsNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("..order.shopify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..order.odoo..", "..order.cache..", "..order.mapping..", "..order.intake..");

    @ArchTest
    static final ArchRule odooKnowsNeitherShopifyNorTables = noClasses()
            .that()
            .resideInAPackage("..order.odoo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..order.shopify..", "..order.cache..", "..order.intake..");

    @ArchTest
    static final ArchRule theCacheCallsNobody = noClasses()
            .that()
            .resideInAPackage("..order.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..order.odoo..", "..order.intake..");
}
