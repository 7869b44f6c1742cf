package io.shopoms.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@TestProfile(TwoStoresOnOneOdoo.Simulated.class)
class GoodsInOdooComponentTest extends GoodsInOdooScenarios {}
