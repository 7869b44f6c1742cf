/**
 * What can be proven of the images and of {@code docker-compose.yml} without Docker: receives the files of the repository
 * and what the build made of it; a difference between them fails.
 */
package io.shopoms.sandbox.journeys.images;
