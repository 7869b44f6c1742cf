package io.shopoms.sync.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The clients know what they call and how, and nothing of each other or of who calls them. */
@AnalyzeClasses(packages = "io.shopoms.sync", importOptions = ImportOption.DoNotIncludeTests.class)
class ClientRoomsTest {

    private static final String[] ENGINE = {
        "io.shopoms.sync.cache..", "io.shopoms.sync.job..", "io.shopoms.sync.intake..", "io.shopoms.sync.ops.."
    };

    @ArchTest
    static final ArchRule clientsKnowNothingOfTheEngine = noClasses()
            .that()
            .resideInAnyPackage("io.shopoms.sync.odoo..", "io.shopoms.sync.shopify..", "io.shopoms.sync.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE);

    @ArchTest
    static final ArchRule odooKnowsNothingOfShopify = noClasses()
            .that()
            .resideInAPackage("io.shopoms.sync.odoo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shopoms.sync.shopify..");

    @ArchTest
    static final ArchRule shopifyKnowsNothingOfOdoo = noClasses()
            .that()
            .resideInAPackage("io.shopoms.sync.shopify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shopoms.sync.odoo..");

    @ArchTest
    static final ArchRule httpKnowsNeitherOfThem = noClasses()
            .that()
            .resideInAPackage("io.shopoms.sync.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shopoms.sync.odoo..", "io.shopoms.sync.shopify..", "io.shopoms.sync.store..");
}
