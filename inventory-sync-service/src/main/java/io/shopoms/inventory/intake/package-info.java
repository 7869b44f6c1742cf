/**
 * What stock may have changed: receives events of other services, Odoo's changes and schedules, hands the items to the
 * cache; on failure the cursor stays and the next look starts there again.
 */
package io.shopoms.inventory.intake;
