package io.ess4j.sim.input;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header line whose columns are known, read as a stream in memory that does not depend on its length.
 * UTF-8 (a byte order mark is skipped); commas; quotes as in RFC 4180. Whatever is wrong goes to {@link Problems}.
 */
public final class CsvTable {
    private final String file;
    private final Problems problems;

    /** Takes the rows of a table. */
    @FunctionalInterface
    public interface RowReader {
        /**
         * Takes a row.
         *
         * @param row the row, valid during the call only
         */
        void read(Row row);
    }

    /** One row: its line and its fields in the order of the columns asked for. */
    public final class Row {
        private final CsvRecord row;
        private final int[] positions;

        private Row(CsvRecord row, int[] positions) {
            this.row = row;
            this.positions = positions;
        }

        /**
         * The line on which the row starts.
         *
         * @return the line, from 1
         */
        public int line() {
            return (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber());
        }

        /**
         * A field.
         *
         * @param column a position in the list of columns asked for
         * @return its text without surrounding white space
         */
        public String text(int column) {
            return row.getField(positions[column]).strip();
        }

        /**
         * A field that must be a number; anything else is added to the problems.
         *
         * @param column a position in the list of columns asked for
         * @param name what the field is called in a message
         * @param max the greatest number allowed; the least is 0
         * @return the number, or NaN after a problem
         */
        public double number(int column, String name, double max) {
            String text = text(column);
            double value = Decimals.parse(text);
            if (!(value >= 0 && value <= max)) {
                problem(name + " (" + Decimals.quote(text) + ") must be a number from 0 to " + Decimals.plain(max));
                return Double.NaN;
            }
            return value;
        }

        /**
         * Adds a problem at this row's line.
         *
         * @param message what is wrong
         */
        public void problem(String message) {
            problems.add(file, line(), message);
        }
    }

    private CsvTable(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a table.
     *
     * @param path the file
     * @param columns the columns, all of which must be in the header, in any order, and no others
     * @param rows takes each row
     * @param problems takes whatever is wrong
     */
    public static void read(Path path, List<String> columns, RowReader rows, Problems problems) {
        new CsvTable(path.toString(), problems).read(path, List.of(columns), rows);
    }

    /**
     * Reads a table in which lines that begin with {@code #} are comments.
     *
     * @param path the file
     * @param columns the columns, all of which must be in the header, in any order, and no others
     * @param rows takes each row
     * @param problems takes whatever is wrong
     */
    public static void readCommented(Path path, List<String> columns, RowReader rows, Problems problems) {
        var table = new CsvTable(path.toString(), problems);
        table.comments = CommentStrategy.SKIP;
        table.read(path, List.of(columns), rows);
    }

    /**
     * Reads a table that has one of several headers, told apart by their columns.
     *
     * @param path the file
     * @param layouts the possible lists of columns, at least one
     * @param rows takes each row of the layout found, by the layout's position
     * @param problems takes whatever is wrong
     */
    public static void readAny(Path path, List<List<String>> layouts, List<RowReader> rows, Problems problems) {
        var table = new CsvTable(path.toString(), problems);
        table.read(path, layouts, row -> rows.get(table.layout).read(row));
    }

    private int layout;
    private CommentStrategy comments = CommentStrategy.NONE;

    private void read(Path path, List<List<String>> layouts, RowReader rows) {
        long line = 1;
        try (Reader reader = open(path);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .commentStrategy(comments)
                        .maxBufferSize(1 << 16)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // told below, with the line
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            int[] positions = {};
            int width = 0;
            for (CsvRecord row : csv) {
                line = row.getStartingLineNumber();
                if (width == 0) {
                    width = row.getFieldCount();
                    positions = header(row, layouts);
                    if (positions.length == 0) {
                        return;
                    }
                } else if (row.getFieldCount() != width) {
                    problems.add(
                            file,
                            (int) line,
                            "the row has " + row.getFieldCount() + " fields, the header has " + width);
                } else {
                    rows.read(new Row(row, positions));
                }
            }
            if (width == 0) {
                problems.add(file, 0, "the file is empty; the header must be " + headers(layouts));
            }
        } catch (CsvParseException e) {
            problems.add(file, (int) line, "not CSV: " + reason(e));
        } catch (UncheckedIOException e) {
            problems.add(file, (int) line, unreadable(requireNonNull(e.getCause())));
        } catch (IOException e) {
            problems.add(file, 0, unreadable(e));
        }
    }

    private static Reader open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        Reader reader = path.toString().endsWith(".gz")
                ? unpacked(path)
                : Files.newBufferedReader(path, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static Reader unpacked(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Returns the position of each wanted column, or nothing after a problem. */
    private int[] header(CsvRecord row, List<List<String>> layouts) {
        List<String> found = row.getFields().stream().map(String::strip).toList();
        for (int i = 0; i < layouts.size(); i++) {
            List<String> wanted = layouts.get(i);
            if (found.size() == wanted.size() && found.containsAll(wanted)) {
                layout = i;
                return wanted.stream().mapToInt(found::indexOf).toArray();
            }
        }
        List<String> nearest = nearest(found, layouts);
        List<String> unknown = new ArrayList<>(found);
        unknown.removeAll(nearest);
        List<String> missing = new ArrayList<>(nearest);
        missing.removeAll(found);
        for (String name : unknown) {
            problems.add(
                    file, 1, "unknown column " + Decimals.quote(name) + "; the header must be " + headers(layouts));
        }
        for (String name : missing) {
            problems.add(
                    file, 1, "missing column " + Decimals.quote(name) + "; the header must be " + headers(layouts));
        }
        if (unknown.isEmpty() && missing.isEmpty()) {
            problems.add(file, 1, "a column occurs twice; the header must be " + headers(layouts));
        }
        return new int[0];
    }

    private static List<String> nearest(List<String> found, List<List<String>> layouts) {
        List<String> best = layouts.get(0);
        for (List<String> candidate : layouts) {
            if (candidate.stream().filter(found::contains).count()
                    > best.stream().filter(found::contains).count()) {
                best = candidate;
            }
        }
        return best;
    }

    private static String headers(List<List<String>> layouts) {
        return String.join(
                " or ", layouts.stream().map(l -> String.join(",", l)).toList());
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException io) {
            return unreadable(io);
        }
        String message = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof java.nio.charset.CharacterCodingException) {
            return "not UTF-8 text";
        }
        return "cannot be read: " + e.getMessage();
    }
}
