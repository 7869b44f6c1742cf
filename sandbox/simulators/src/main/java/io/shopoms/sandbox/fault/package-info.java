/**
 * What both simulators stand on: an HTTP server on the loopback interface, a log of its requests, and faults that a test
 * injects between the network and the simulated API. Receives requests, hands them to the simulator's own code unless a
 * fault says otherwise; a mistake in a control request is answered with 400 and what is wrong.
 */
package io.shopoms.sandbox.fault;
