/**
 * Long work and repeated work: receives jobs from people and code and ticks from the scheduler, hands them step by step to
 * the service's {@link io.shopoms.sync.job.JobHandler}s and {@link io.shopoms.sync.job.ScheduledTask}s; PostgreSQL decides
 * which replica does what; a failure is kept with its remedy, and a crash repeats at most one step.
 */
package io.shopoms.sync.job;
