package io.ess4j;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a module as text: a line for each type that others can name, then one for each member of it that
 * they can use, inherited ones too. Packages of the JDK are left out of names, and so is {@code io.ess4j}.
 */
final class PublicApi {
    private static final String JDK_PACKAGE = "\\bjava\\.(\\w+\\.)+(?=[A-Z])";

    private static final Set<String> OF_ALL_OBJECTS = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /** Of all packages that the module compiled into that folder exports to everybody, sorted by their names. */
    static List<String> of(Path classes) throws IOException {
        ModuleDescriptor module =
                ModuleFinder.of(classes).findAll().iterator().next().descriptor();
        List<String> packages = module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
        List<String> lines = new ArrayList<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .map(file -> load(name + "." + file.replace(".class", "")))
                        .filter(PublicApi::isPublic)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .forEach(type -> lines.addAll(lines(type)));
            }
        }
        return lines;
    }

    /** One type and its members; a member begins with the type, so that a line says all by itself. */
    static List<String> lines(Class<?> type) {
        List<String> members = Stream.of(
                        Arrays.stream(type.getConstructors()).map(Executable::toGenericString),
                        Arrays.stream(type.getFields()).filter(PublicApi::ours).map(Field::toGenericString),
                        Arrays.stream(type.getMethods()).filter(PublicApi::ours).map(Method::toGenericString),
                        forSubclasses(type))
                .flatMap(lines -> lines)
                .map(line -> text(type) + ": " + text(line).replace(" " + text(type) + ".", " "))
                .sorted()
                .toList();
        return Stream.concat(Stream.of(header(type)), members.stream())
                .distinct()
                .toList();
    }

    private static String header(Class<?> type) {
        // some versions of Java say "sealed" here and some do not; the permitted types do
        String text = text(type) + " = " + text(type.toGenericString()).replaceAll("(non-)?sealed ", "");
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class) {
            text += " extends " + text(parent.getTypeName());
        }
        text += list(" implements ", type.getGenericInterfaces());
        return text + (type.isSealed() ? list(" permits ", sorted(type.getPermittedSubclasses())) : "");
    }

    /** Where no permits clause gives an order, compilers of different versions give different ones. */
    private static Class<?>[] sorted(Class<?>... types) {
        return Arrays.stream(types).sorted(Comparator.comparing(Class::getName)).toArray(Class<?>[]::new);
    }

    private static String list(String word, Type[] types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(t -> text(t.getTypeName())).collect(Collectors.joining(", ", word, ""));
    }

    private static Stream<String> forSubclasses(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers()) || type.isSealed()) {
            return Stream.empty();
        }
        return Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> Modifier.isProtected(member.getModifiers()) && !member.isSynthetic())
                .map(Executable::toGenericString);
    }

    /** What everybody has from the JDK is not ours to break; what compilers add is nobody's. */
    private static boolean ours(Member member) {
        return !member.isSynthetic()
                && !member.getDeclaringClass().getName().startsWith("java.")
                && !OF_ALL_OBJECTS.contains(member.getName());
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getDeclaringClass()) {
            if (!Modifier.isPublic(at.getModifiers()) && !Modifier.isProtected(at.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass() && !type.isLocalClass();
    }

    private static String text(Class<?> type) {
        return text(type.getName());
    }

    private static String text(String names) {
        return names.replaceAll(JDK_PACKAGE, "").replaceAll("\\bio\\.ess4j\\.", "");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
