package io.ess4j.sim.sweep;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The finished runs of a sweep in a file, a line each, written as they come. A process that is killed leaves at most a
 * line that is not whole; it is cut off when the journal is opened again, and everything before it counts. Only one
 * process may have a journal open.
 */
public final class Journal implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;
    private final Map<Integer, Row> rows;

    private Journal(FileChannel channel, FileLock lock, Map<Integer, Row> rows) {
        this.channel = channel;
        this.lock = lock;
        this.rows = rows;
    }

    /**
     * Opens a journal, or begins one.
     *
     * @param file the file
     * @param sweep the sweep whose runs it holds
     * @return the journal
     * @throws IOException if it cannot be read or written
     * @throws InputException if it belongs to another sweep, or another process has it open
     */
    public static Journal open(Path file, Sweep sweep) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(channel);
            if (lock == null) {
                throw problem(file, "another sweep has it open");
            }
            byte[] bytes = Files.readAllBytes(file);
            Content content = Content.of(file, bytes, sweep);
            channel.truncate(content.length);
            channel.position(content.length);
            Journal journal = new Journal(channel, lock, content.rows);
            if (content.length == 0) {
                journal.write(header(sweep));
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Reads a journal that nobody writes.
     *
     * @param file the file
     * @param sweep the sweep whose runs it holds
     * @return the rows by their points
     * @throws IOException if it cannot be read
     * @throws InputException if it belongs to another sweep
     */
    public static Map<Integer, Row> read(Path file, Sweep sweep) throws IOException {
        return Content.of(file, Files.readAllBytes(file), sweep).rows;
    }

    /** What a file holds: its whole lines, and their length in bytes. */
    private record Content(Map<Integer, Row> rows, long length) {
        static Content of(Path file, byte[] bytes, Sweep sweep) {
            String header = header(sweep);
            int columns = sweep.columns().size();
            Map<Integer, Row> rows = new TreeMap<>();
            int at = 0;
            while (at < bytes.length) {
                int end = at;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
                boolean whole = end < bytes.length;
                if (at == 0) {
                    if (whole && !line.equals(header)) {
                        throw problem(file, "holds runs of another sweep or of another version; choose another folder");
                    }
                } else if (whole) {
                    Optional<Row> row = Row.parse(line, columns, sweep.grid().points());
                    if (row.isEmpty()) {
                        break; // what follows a damaged line cannot be trusted
                    }
                    rows.put(row.get().point(), row.get());
                }
                if (!whole) {
                    break;
                }
                at = end + 1;
            }
            return new Content(rows, at);
        }
    }

    private static String header(Sweep sweep) {
        return "ess-sweep-1 " + sweep.fingerprint() + " "
                + String.join(",", sweep.columns().stream().map(c -> c.name()).toList());
    }

    private static InputException problem(Path file, String message) {
        return new InputException(List.of(new Problem(file.toString(), 0, message)), 0);
    }

    /**
     * The runs that are finished.
     *
     * @return rows by their points
     */
    public synchronized Map<Integer, Row> rows() {
        return new TreeMap<>(rows);
    }

    /**
     * Adds a finished run. When this returns, the run survives the end of the process.
     *
     * @param row its figures
     * @throws IllegalArgumentException if the journal has the run already
     */
    public synchronized void add(Row row) {
        if (rows.putIfAbsent(row.point(), row) != null) {
            throw new IllegalArgumentException("point (" + row.point() + ") must be run only once");
        }
        try {
            write(row.toLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (FileChannel closing = channel) {
            lock.release();
            if (closing.isOpen()) {
                closing.force(true);
            }
        }
    }
}
