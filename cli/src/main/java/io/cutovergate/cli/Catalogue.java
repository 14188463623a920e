package io.cutovergate.cli;

import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.ClaimRegister;
import io.cutovergate.harness.plan.Planner;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All items and claims: ours, fixed in the register, and those that the jars of users add. Ours are loaded first and by
 * name, so that no jar can stand in for them.
 */
final class Catalogue {

    private static final String CLASS = ".class";

    private Catalogue() {}

    /** A planner over ours and what the jars add. */
    static Planner planner(List<Path> jars) {
        List<ChecklistItem> items = new ArrayList<>(ChecklistItem.ours());
        List<Claim> claims = new ArrayList<>(ClaimRegister.ours());
        Set<String> unbuilt = unbuilt(items, claims);
        if (jars.isEmpty()) {
            return new Planner(items, claims, Catalogue.class.getClassLoader(), unbuilt);
        }
        ClassLoader loader = new URLClassLoader(
                jars.stream().map(Catalogue::url).toArray(URL[]::new), Catalogue.class.getClassLoader());
        Set<Class<?>> seen = new HashSet<>();
        for (Path jar : jars) {
            for (Class<?> checks : checks(jar, loader)) {
                if (seen.add(checks)) {
                    add(checks, jar, items, claims);
                }
            }
        }
        return new Planner(items, claims, loader, unbuilt);
    }

    private static void add(Class<?> checks, Path jar, List<ChecklistItem> items, List<Claim> claims) {
        ChecklistItem item = ClaimReader.item(checks).map(ChecklistItem::of).orElseThrow();
        if (items.stream().noneMatch(known -> known.id().equals(item.id()))) {
            items.add(item);
        }
        for (Claim claim : ClaimReader.claims(checks)) {
            claims.stream()
                    .filter(known -> known.id().equals(claim.id()))
                    .findFirst()
                    .ifPresent(known -> {
                        throw new UsageException(jar + ": " + claim.checkClass() + " claims " + claim.id() + ", as "
                                + known.checkClass() + " does already; a claim is made once");
                    });
            claims.add(claim);
        }
    }

    /** What a person states, and what is composed of other items, needs no claims of its own. */
    private static Set<String> unbuilt(List<ChecklistItem> items, List<Claim> claims) {
        Set<String> built = claims.stream().map(Claim::item).collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !item.signOff() && item.composedOf().isEmpty() && !built.contains(item.id()))
                .map(ChecklistItem::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The jars named on the command line and those in ./checks. */
    static List<Path> jars(List<Path> named) {
        List<Path> jars = new ArrayList<>(named);
        for (Path jar : named) {
            if (!Files.isRegularFile(jar)) {
                throw new UsageException("--classpath: " + jar + " is no file");
            }
        }
        Path folder = Path.of("checks");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            } catch (IOException e) {
                throw new UsageException(folder + " cannot be read: " + e.getMessage());
            }
        }
        return jars;
    }

    private static List<Class<?>> checks(Path jar, ClassLoader loader) {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<Class<?>> found = new ArrayList<>();
            for (String name : file.stream()
                    .map(JarEntry::getName)
                    .filter(Catalogue::isClass)
                    .toList()) {
                Class<?> type = Class.forName(
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.'), false, loader);
                if (ClaimReader.item(type).isPresent()) {
                    found.add(type);
                }
            }
            if (found.isEmpty()) {
                throw new UsageException(jar + " holds no class of checks: none is annotated with an item");
            }
            return found;
        } catch (IOException | ClassNotFoundException | LinkageError e) {
            throw new UsageException(jar + " cannot be read: " + e);
        }
    }

    /** Not a descriptor, nor a class for other releases of Java. */
    private static boolean isClass(String entry) {
        return entry.endsWith(CLASS) && !entry.startsWith("META-INF/") && !entry.endsWith("module-info.class");
    }

    private static URL url(Path jar) {
        try {
            return new File(jar.toString()).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UsageException(jar + " is no path: " + e.getMessage());
        }
    }
}
