/**
 * Products and their templates. A variant is created with its template and the other way round, one to one; attributes
 * are not simulated. Receives writes from tests, people and the services; a doubled barcode is refused.
 */
package io.shopoms.sandbox.odoo.product;
