package io.tiercast;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The package plan: a package may use what lies on a lower floor, and nothing else of ours. So there can be no circles. A new
 * package is entered here in the change that brings it.
 */
class FloorsTest {

    private static final String ROOT = "io.tiercast.";

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("problem", "sql", "time"),
            Set.of("paging", "phone", "csv", "http"),
            Set.of("security", "meta"),
            Set.of("provider"),
            Set.of("contact", "sender", "sandbox"),
            Set.of("group", "event", "media"),
            Set.of("segment", "template", "message"),
            Set.of("people", "campaign", "dispatch", "webhook", "hook", "demo"),
            Set.of("stats"));

    /** What may use less than its floor allows: the entry point stands alone, and the simulated Meta is reached by HTTP only. */
    private static final Map<String, Set<String>> NARROWER = Map.of("boot", Set.of(), "sandbox", FLOORS.get(0));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tiercast");

    @Test
    void everyPackageIsInThePlan() {
        Set<String> unplanned = new TreeSet<>();
        CLASSES.stream()
                .map(FloorsTest::feature)
                .filter(f -> floor(f).isEmpty())
                .forEach(unplanned::add);
        unplanned.removeAll(NARROWER.keySet());

        assertEquals(Set.of(), unplanned);
    }

    @Test
    void importsOnlyGoToALowerFloor() {
        String offences = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(FloorsTest::isOffence)
                .map(Dependency::getDescription)
                .collect(joining("\n"));

        assertEquals("", offences);
    }

    private static boolean isOffence(Dependency dependency) {
        String from = feature(dependency.getOriginClass());
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.getPackageName().startsWith(ROOT)
                && !feature(target).equals(from)
                && !mayUse(from, feature(target));
    }

    private static boolean mayUse(String from, String to) {
        Set<String> narrower = NARROWER.get(from);
        return narrower != null ? narrower.contains(to) : isLower(to, from);
    }

    private static boolean isLower(String lower, String upper) {
        return floor(lower).flatMap(l -> floor(upper).map(u -> l < u)).orElse(false);
    }

    private static Optional<Integer> floor(String feature) {
        return IntStream.range(0, FLOORS.size())
                .filter(i -> FLOORS.get(i).contains(feature))
                .boxed()
                .findFirst();
    }

    /** The first part of the package below the root; empty for a class that stands in the root itself. */
    private static String feature(JavaClass type) {
        return Stream.of((type.getPackageName() + ".").substring(ROOT.length()).split("\\."))
                .findFirst()
                .orElse("");
    }
}
