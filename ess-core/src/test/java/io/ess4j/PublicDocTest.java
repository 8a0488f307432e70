package io.ess4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every public type and member of the exported packages is documented: a comment, each parameter, and what is returned.
 * Javadoc itself cannot check this without demanding that compact constructors repeat the comments of their records.
 */
class PublicDocTest {
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../ess-sim/src/main/java"})
    void everythingPublicIsDocumented(String sources) throws IOException {
        assertThat(gaps(Path.of(sources))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../ess-sim/src/main/java"})
    void everyPackageSaysSinceWhen(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            for (Path file : files.filter(f -> f.endsWith("package-info.java")).toList()) {
                assertThat(file).content().contains("@since ");
            }
        }
    }

    @Test
    void gapsAreFound(@TempDir Path dir) throws IOException {
        Path source = dir.resolve("A.java");
        Files.writeString(source, """
                package a;
                /** A type. */
                public class A {
                    /** Adds. */
                    public int add(int a) { return a; }
                    public int bare;
                    void hidden() {}
                    @Override public String toString() { return ""; }
                }
                """);
        assertThat(gaps(dir))
                .containsExactly("A.java: add: @param a", "A.java: add: @return", "A.java: bare: no comment");
    }

    private static List<String> gaps(Path root) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(root)) {
            sources = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f ->
                            !f.endsWith("module-info.java") && !f.toString().contains("/table/"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> gaps = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Gaps(trees, Path.of(unit.getSourceFile().toUri()).getFileName() + ": ", gaps).scan(unit, null);
            }
        }
        return gaps;
    }

    /** Walks the public part of a file. */
    private static final class Gaps extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final String file;
        private final List<String> gaps;

        Gaps(DocTrees trees, String file, List<String> gaps) {
            this.trees = trees;
            this.file = file;
            this.gaps = gaps;
        }

        private boolean inInterface() {
            TreePath parent = getCurrentPath().getParentPath();
            return parent != null
                    && (parent.getLeaf().getKind() == Tree.Kind.INTERFACE
                            || parent.getLeaf().getKind() == Tree.Kind.ANNOTATION_TYPE);
        }

        private boolean isPublic(Set<Modifier> modifiers) {
            return modifiers.contains(Modifier.PUBLIC)
                    || modifiers.contains(Modifier.PROTECTED)
                    || (inInterface() && !modifiers.contains(Modifier.PRIVATE));
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!isPublic(type.getModifiers().getFlags())) {
                return null;
            }
            comment(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitVariable(VariableTree field, Void unused) {
            boolean component = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (!component && isPublic(field.getModifiers().getFlags())) {
                comment(field.getName().toString());
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean compact = method.getReturnType() == null
                    && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
            if (compact || overrides || !isPublic(method.getModifiers().getFlags())) {
                return null;
            }
            DocCommentTree doc = comment(method.getName().toString());
            if (doc != null) {
                tags(method, doc);
            }
            return null;
        }

        private DocCommentTree comment(String name) {
            DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
            if (doc == null) {
                gaps.add(file + name + ": no comment");
            }
            return doc;
        }

        private void tags(MethodTree method, DocCommentTree doc) {
            Set<String> described = doc.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(t -> ((ParamTree) t).getName().toString())
                    .collect(Collectors.toSet());
            for (VariableTree parameter : method.getParameters()) {
                if (!described.contains(parameter.getName().toString())) {
                    gaps.add(file + method.getName() + ": @param " + parameter.getName());
                }
            }
            boolean returns = method.getReturnType() != null
                    && !method.getReturnType().toString().equals("void");
            if (returns && !hasReturn(doc)) {
                gaps.add(file + method.getName() + ": @return");
            }
        }

        private static boolean hasReturn(DocCommentTree doc) {
            return Stream.concat(doc.getBlockTags().stream(), doc.getFirstSentence().stream())
                    .map(DocTree.class::cast)
                    .anyMatch(ReturnTree.class::isInstance);
        }
    }
}
