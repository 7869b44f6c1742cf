package io.shopoms.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.shopoms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theGatewayKnowsNoSyncService = noClasses()
            .that()
            .resideInAPackage("io.shopoms.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.shopoms.sync..", "io.shopoms.order..", "io.shopoms.fulfillment..");

    @ArchTest
    static final ArchRule bodiesAreNeverParsed = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.shopoms.gateway.receive..", "io.shopoms.gateway.publish..", "io.shopoms.gateway.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "io.vertx.core.json..");

    @ArchTest
    static final ArchRule verificationIsPure = classes()
            .that()
            .resideInAPackage("io.shopoms.gateway.verify..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "io.shopoms.gateway.verify..");

    @ArchTest
    static final ArchRule nothingOnThePathOfAWebhookKnowsTheLog = noClasses()
            .that()
            .resideInAnyPackage("io.shopoms.gateway.receive..", "io.shopoms.gateway.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.shopoms.gateway.log..");

    @ArchTest
    static final ArchRule roomsDoNotLeanOnEachOtherInCircles =
            slices().matching("io.shopoms.gateway.(*)..").should().beFreeOfCycles();
}
