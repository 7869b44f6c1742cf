/**
 * The whole of shopOMS on one machine: receives a command line, hands processes and their addresses back; on failure one
 * line says which part, why, and where its log is, and the exit code is not zero.
 */
package io.shopoms.sandbox.stack;
