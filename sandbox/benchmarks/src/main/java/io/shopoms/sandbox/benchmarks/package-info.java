/**
 * Measures shopOMS on the machine at hand: receives nothing but a command line, prints figures with their spread; never a
 * test, because a figure that fails a build on a slow day helps nobody.
 */
package io.shopoms.sandbox.benchmarks;
