/** What the documents say of the code: receives files of the checkout, hands differences to the reader of a failed test. */
package io.shopoms.sandbox.journeys.documents;
