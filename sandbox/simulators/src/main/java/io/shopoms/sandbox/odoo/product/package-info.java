/**
 * The catalog: templates, variants, attributes, categories, tags. A template makes its variants from its attribute lines
 * as Odoo does; a variant alone brings its template. Receives writes from tests, people and the services.
 */
package io.shopoms.sandbox.odoo.product;
