package io.shopoms.sandbox.journeys.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.images.ComposeFile.Repository;
import io.shopoms.sandbox.journeys.images.ComposeFile.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every path that a Dockerfile copies is one that the build has made. */
class ImageContentJourney {

    @ParameterizedTest
    @MethodSource("images")
    void whatTheImageCopiesIsThere(Service service) {
        // Given
        String dockerfile = (String) service.build().get("dockerfile");

        // When
        List<String> copied = copied(dockerfile, service);

        // Then
        assertThat(copied)
                .hasSizeGreaterThan(1)
                .allSatisfy(path -> assertThat(found(path)).as(path).isNotEmpty());
    }

    /** The build machines make no native binary, but it is named after the jar. */
    @ParameterizedTest
    @MethodSource("services")
    void theNativeImageCopiesABinaryNamedAfterTheJar(Service service) {
        // Given
        String binary = copied("docker/Dockerfile.native", service).get(1);

        // Then
        assertThat(binary).endsWith("-runner");
        assertThat(found(binary.replace("-runner", ".jar"))).hasSize(1);
    }

    private static List<String> copied(String dockerfile, Service service) {
        Map<String, String> arguments = arguments(dockerfile, service);
        return lines(Repository.ROOT.resolve(dockerfile))
                .filter(line -> line.startsWith("COPY "))
                .map(line -> filledIn(line, arguments).split(" +"))
                .flatMap(words -> Arrays.stream(words, 1, words.length - 1))
                .toList();
    }

    /** What the image is built with: the compose file's arguments, else the Dockerfile's defaults. */
    private static Map<String, String> arguments(String dockerfile, Service service) {
        Map<String, String> arguments = new HashMap<>();
        lines(Repository.ROOT.resolve(dockerfile))
                .filter(line -> line.startsWith("ARG ") && line.contains("="))
                .map(line -> line.substring("ARG ".length()).split("=", 2))
                .forEach(argument -> arguments.put(argument[0], argument[1]));
        if (service.build().get("args") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> arguments.put(name.toString(), value.toString()));
        }
        return arguments;
    }

    private static String filledIn(String line, Map<String, String> arguments) {
        String filled = line;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            filled = filled.replace("${" + argument.getKey() + "}", argument.getValue());
        }
        return filled;
    }

    private static List<Path> found(String path) {
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + Repository.ROOT.resolve(path).normalize());
        Path directory = Repository.ROOT
                .resolve(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .getParent();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(matcher::matches).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Service> images() {
        return ComposeFile.read().ours().stream();
    }

    static Stream<Service> services() {
        return images().filter(service -> service.build().containsKey("args"));
    }
}
