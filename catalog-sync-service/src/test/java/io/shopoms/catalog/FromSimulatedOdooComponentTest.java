package io.shopoms.catalog;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.catalog.fixtures.OdooLeadsSimulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;

/** From the simulated Odoo. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(OdooLeadsSimulators.class)
class FromSimulatedOdooComponentTest extends FromOdooScenarios {}
