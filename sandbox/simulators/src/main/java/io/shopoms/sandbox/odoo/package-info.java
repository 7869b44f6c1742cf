/**
 * A simulated Odoo 19: strict, in memory, with the traps of the real one. Receives HTTP calls of the services and control
 * requests of tests and people; hands back what Odoo would answer; failures can be ordered in advance.
 */
package io.shopoms.sandbox.odoo;
