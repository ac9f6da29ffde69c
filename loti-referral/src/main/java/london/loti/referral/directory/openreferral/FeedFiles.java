package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Severity;
import london.loti.model.provenance.Dataset;

/** Walks through the file or the folder of a feed, and finds out in which form it is. */
final class FeedFiles {
    private final int mostCharacters;
    private final FeedSink sink;
    private final List<Dataset> sources = new ArrayList<>();
    private final List<Path> documents = new ArrayList<>();

    FeedFiles(int mostCharacters, FeedSink sink) {
        this.mostCharacters = mostCharacters;
        this.sink = sink;
    }

    /** The files that were read, with their hashes, in the order of their names. */
    List<Dataset> sources() {
        return sources;
    }

    /** Reads all; empty where nothing can be read. */
    Optional<FeedForm> read(Path input) {
        if (Files.isDirectory(input)) {
            return folder(input);
        }
        if (!Files.exists(input)) {
            unreadable(input, "the file must exist, but does not");
            return Optional.empty();
        }
        if (name(input).toLowerCase(Locale.ROOT).endsWith(".csv")) {
            unreadable(input, "a table is part of a feed only with the others\nMaybe give its folder.");
            return Optional.empty();
        }
        return Optional.of(file(input));
    }

    /** Reads a stream as one JSON document or as lines. */
    FeedForm read(String source, InputStream in) throws IOException {
        MessageDigest digest = Dataset.newDigest();
        InputStream hashed = new DigestInputStream(in, digest);
        FeedForm form = new JsonFeed(source, mostCharacters, sink).read(hashed, isLines(source));
        hashed.transferTo(OutputStream.nullOutputStream());
        sources.add(Dataset.of(source, digest));
        return form;
    }

    /** The findings, with the lines of those that tell only a path. */
    List<Finding> withLines(List<Finding> findings) {
        List<Finding> lined = findings;
        for (Path document : documents) {
            try {
                lined = JsonPaths.withLines(lined, document, name(document));
            } catch (IOException e) {
                return lined; // it could be read before; its lines are the least of what is lost
            }
        }
        return lined;
    }

    private FeedForm file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            FeedForm form = read(name(file), in);
            if (form != FeedForm.NDJSON) {
                documents.add(file);
            }
            return form;
        } catch (IOException e) {
            unreadable(file, "the file can't be read");
            return FeedForm.SINGLE;
        }
    }

    private Optional<FeedForm> folder(Path folder) {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            unreadable(folder, "the folder can't be read");
            return Optional.empty();
        }
        List<Path> tables =
                files.stream().filter(f -> CsvTables.isTable(name(f))).toList();
        if (!tables.isEmpty()) {
            sources.addAll(new CsvFeed(tables, sink).read());
            return Optional.of(FeedForm.CSV);
        }
        List<Path> json = files.stream().filter(f -> isJson(name(f))).toList();
        if (json.isEmpty()) {
            sink.problem(
                    Severity.ERROR,
                    FeedRule.EMPTY,
                    name(folder),
                    null,
                    null,
                    "a folder of a feed must hold JSON documents or the tables of HSDS, but holds neither");
            return Optional.empty();
        }
        json.forEach(this::file);
        return Optional.of(FeedForm.FOLDER);
    }

    private void unreadable(Path file, String words) {
        sink.problem(Severity.ERROR, FeedRule.UNREADABLE, name(file), null, null, words);
    }

    private static boolean isJson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".") && (lower.endsWith(".json") || isLines(lower));
    }

    private static boolean isLines(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl");
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
