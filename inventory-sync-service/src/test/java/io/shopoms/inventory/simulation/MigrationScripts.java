package io.shopoms.inventory.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service's migrations in their order, read as they are: Flyway puts its own schema before those of the simulation. */
final class MigrationScripts {

    private static final List<String> PLACES = List.of("db/event-bus", "db/sync-runtime", "db/inventory-sync");

    private MigrationScripts() {}

    static List<String> all() {
        Map<String, String> scripts = new TreeMap<>();
        PLACES.forEach(place -> read(place, scripts));
        return List.copyOf(scripts.values());
    }

    private static void read(String place, Map<String, String> scripts) {
        try {
            URI uri = MigrationScripts.class.getClassLoader().getResource(place).toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    read(jar.getPath("/" + place), scripts);
                }
            } else {
                read(Path.of(uri), scripts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(place, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(place, e);
        }
    }

    private static void read(Path directory, Map<String, String> scripts) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                scripts.put(sortable(file.getFileName().toString()), Files.readString(file));
            }
        }
    }

    /** {@code V1.10.0__name.sql} comes after {@code V1.9.0__name.sql}. */
    private static String sortable(String name) {
        return Arrays.stream(name.substring(1, name.indexOf("__")).split("\\."))
                        .map(part -> String.format("%05d", Integer.parseInt(part)))
                        .collect(Collectors.joining("."))
                + name;
    }
}
