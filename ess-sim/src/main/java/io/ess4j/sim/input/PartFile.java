package io.ess4j.sim.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A text file that appears under its name when it is complete. Until then it is written beside it, as
 * {@code NAME.part}, and goes if it is closed before. A name that ends with {@code .gz} is compressed.
 */
public final class PartFile implements AutoCloseable {
    private final @Nullable Path file;
    private final @Nullable Path part;
    private final Writer out;
    private boolean finished;

    private PartFile(@Nullable Path file, @Nullable Path part, Writer out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /**
     * Opens a file; its folder must exist.
     *
     * @param file the name it will have; replaced if it exists
     * @return the file, empty
     * @throws IOException if it cannot be written
     */
    public static PartFile open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream bytes = Files.newOutputStream(part);
        try {
            boolean compressed = file.toString().endsWith(".gz");
            OutputStream packed = compressed ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
            return new PartFile(
                    file, part, new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * No file.
     *
     * @return a file of which nothing is kept
     */
    public static PartFile none() {
        return new PartFile(null, null, Writer.nullWriter());
    }

    /**
     * Where the text goes.
     *
     * @return the writer
     */
    public Writer writer() {
        return out;
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws IOException if it cannot be written
     */
    public void finish() throws IOException {
        out.close();
        if (file != null && part != null) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            try {
                out.close();
            } finally {
                if (part != null) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
