package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A file below the directory that the settings name; nothing outside of it can be reached, by {@code ..} or by a link. */
final class FileFetch {

    private FileFetch() {}

    static Fetched fetch(Fetch fetch, Download download) throws IOException {
        Path file = file(fetch);
        long size;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            size = Files.size(file);
            download.copy(in);
        } catch (NoSuchFileException e) {
            throw Unfetched.missing(fetch);
        }
        return download.whole(OptionalLong.of(size), Validators.NONE);
    }

    private static Path file(Fetch fetch) throws IOException {
        Path directory = fetch.settings()
                .directory()
                .orElseThrow(() -> Unfetched.misconfigured(
                        "no directory for files is configured", "Set SHOPOMS_CATALOG_FEEDS_DIRECTORY."));
        String asked = fetch.connection().required("filePath");
        Path relative = Path.of(asked.replaceFirst("^[/\\\\]+", ""));
        for (Path part : relative) {
            if (part.toString().equals("..")) {
                throw outside(asked);
            }
        }
        Path step = directory;
        for (Path part : relative) {
            step = step.resolve(part);
            if (Files.isSymbolicLink(step)) {
                throw outside(asked);
            }
        }
        if (!Files.isRegularFile(step, LinkOption.NOFOLLOW_LINKS)) {
            throw Unfetched.missing(fetch);
        }
        if (!step.toRealPath().startsWith(directory.toRealPath())) {
            throw outside(asked);
        }
        return step;
    }

    private static RuntimeException outside(String asked) {
        return Unfetched.misconfigured(
                "'" + asked + "' leaves the directory for files, by .. or by a symbolic link",
                "Name a file below the directory.");
    }
}
