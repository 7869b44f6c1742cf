package io.shopoms.sync.database;

import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.migration.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Fired once, when all migrations have been applied. Nothing here reads or writes tables before. */
public record SchemaReady() {

    @ApplicationScoped
    static class Announcement {

        void start(@Observes StartupEvent event, Migrations migrations, Event<SchemaReady> ready) {
            migrations.done().subscribe().with(done -> ready.fire(new SchemaReady()), failure -> {
                throw new IllegalStateException("waiting for migrations never fails", failure);
            });
        }
    }
}
