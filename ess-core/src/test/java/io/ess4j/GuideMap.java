package io.ess4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rows of docs/guide-map.md and what is wrong with them. */
record GuideMap(List<Row> rows, List<String> malformed) {
    /**
     * Every section that needs a row: the guide's own numbering, the four cluster documents, the contract's 1 to 30.
     */
    static final List<String> SECTIONS = sections();

    private static final String HEADER = "| id | behaviour | status | class | test |";
    private static final String RULE = "|---|---|---|---|---|";
    private static final Pattern ID = Pattern.compile("(G[1-6](\\.\\d+)?|S[0-3]|C-\\d+)-[1-9]\\d*");
    private static final Pattern CLASS = Pattern.compile("([a-z]+\\.)*[A-Z]\\w*");
    private static final Pattern TEST = Pattern.compile("(?<type>([a-z]+\\.)*[A-Z]\\w*)#(?<method>\\w+)");
    private static final Pattern TEST_ANNOTATION =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");
    private static final List<String> MODULES = List.of("ess-core", "ess-sim");

    /** One row: cells without surrounding blanks. */
    record Row(String id, String behaviour, String status, String type, String test) {
        String section() {
            return id.substring(0, id.lastIndexOf('-'));
        }
    }

    static GuideMap parse(String markdown) {
        var rows = new ArrayList<Row>();
        var malformed = new ArrayList<String>();
        for (String line : markdown.split("\n", -1)) {
            if (!line.startsWith("|") || line.equals(HEADER) || line.equals(RULE)) {
                continue;
            }
            String[] cells = line.split("\\|", -1);
            if (cells.length != 7 || !cells[6].isBlank()) {
                malformed.add("not a row of five cells: " + line);
                continue;
            }
            rows.add(new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()));
        }
        return new GuideMap(List.copyOf(rows), List.copyOf(malformed));
    }

    /**
     * Every problem, in the order of the rows.
     *
     * @param source the text of the file at a path relative to the repository, if there is one
     */
    List<String> problems(Function<String, Optional<String>> source) {
        var problems = new ArrayList<>(malformed);
        Map<String, Row> byId = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        for (Row row : rows) {
            if (!ID.matcher(row.id).matches()) {
                problems.add(row.id + ": an id looks like G1.6-3, S2-4 or C-12-2");
                continue;
            }
            if (byId.put(row.id, row) != null) {
                problems.add(row.id + ": the id repeats");
            }
            seen.add(row.section());
            problems.addAll(problems(row, source));
        }
        SECTIONS.stream().filter(s -> !seen.contains(s)).forEach(s -> problems.add(s + ": the section has no row"));
        return problems;
    }

    private static List<String> problems(Row row, Function<String, Optional<String>> source) {
        var problems = new ArrayList<String>();
        if (row.behaviour.isEmpty()) {
            problems.add(row.id + ": the behaviour is missing");
        }
        switch (row.status) {
            case "works" -> {
                problems.addAll(problemsOfClasses(row, source));
                problems.addAll(problemsOfTests(row, source));
            }
            case "planned" -> {
                if (!CLASS.matcher(row.type).matches()) {
                    problems.add(row.id + ": a planned row names its intended class, not (" + row.type + ")");
                }
                if (!row.test.equals("-")) {
                    problems.add(row.id + ": a planned row has test -, not (" + row.test + ")");
                }
            }
            case "no decision" -> {
                if (!row.type.equals("-") || !row.test.equals("-")) {
                    problems.add(row.id + ": a row without a decision has class - and test -");
                }
            }
            default -> problems.add(row.id + ": unknown status (" + row.status + ")");
        }
        return problems;
    }

    private static List<String> problemsOfClasses(Row row, Function<String, Optional<String>> source) {
        var problems = new ArrayList<String>();
        for (String type : row.type.split(", ", -1)) {
            if (!CLASS.matcher(type).matches() || find("main", type, source).isEmpty()) {
                problems.add(row.id + ": no such class (" + type + ")");
            }
        }
        return problems;
    }

    private static List<String> problemsOfTests(Row row, Function<String, Optional<String>> source) {
        var problems = new ArrayList<String>();
        for (String test : row.test.split(", ", -1)) {
            var matcher = TEST.matcher(test);
            if (!matcher.matches()) {
                problems.add(row.id + ": a test looks like package.Class#method, not (" + test + ")");
                continue;
            }
            var text = find("test", matcher.group("type"), source);
            if (text.isEmpty()) {
                problems.add(row.id + ": no such test class (" + matcher.group("type") + ")");
            } else if (!isTestMethod(text.get(), matcher.group("method"))) {
                problems.add(row.id + ": no such test method (" + test + ")");
            }
        }
        return problems;
    }

    private static Optional<String> find(String kind, String type, Function<String, Optional<String>> source) {
        return MODULES.stream()
                .map(m -> source.apply(m + "/src/" + kind + "/java/io/ess4j/" + type.replace('.', '/') + ".java"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A method counts when a test annotation stands between the end of the member before it and its name. */
    private static boolean isTestMethod(String text, String method) {
        int name = text.indexOf("void " + method + "(");
        if (name < 0) {
            return false;
        }
        int from = Math.max(text.lastIndexOf("\n    }\n", name), text.lastIndexOf("\n        }\n", name));
        return TEST_ANNOTATION.matcher(text.substring(Math.max(from, 0), name)).find();
    }

    private static List<String> sections() {
        var all = new ArrayList<String>();
        int[] perChapter = {10, 3, 4, 2, 3};
        for (int chapter = 1; chapter <= perChapter.length; chapter++) {
            for (int section = 1; section <= perChapter[chapter - 1]; section++) {
                all.add("G" + chapter + "." + section);
            }
        }
        all.add("G6");
        for (int document = 0; document <= 3; document++) {
            all.add("S" + document);
        }
        for (int section = 1; section <= 30; section++) {
            all.add("C-" + section);
        }
        return List.copyOf(all);
    }
}
