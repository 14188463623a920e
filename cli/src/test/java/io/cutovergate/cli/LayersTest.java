package io.cutovergate.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Imports run one way: harness, probe, suites, cli; reports knows the harness only, the testbed nobody. */
class LayersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cutovergate");

    @Test
    void importsRunOneWay() {
        assertThat(CLASSES).hasSizeGreaterThan(300);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("harness")
                .definedBy("io.cutovergate.harness..")
                .layer("probe")
                .definedBy("io.cutovergate.probe..")
                .layer("smoke")
                .definedBy("io.cutovergate.smoke..")
                .layer("integrity")
                .definedBy("io.cutovergate.integrity..")
                .layer("e2e")
                .definedBy("io.cutovergate.e2e..")
                .layer("load")
                .definedBy("io.cutovergate.load..")
                .layer("cutover")
                .definedBy("io.cutovergate.cutover..")
                .layer("reports")
                .definedBy("io.cutovergate.reports..")
                .layer("testbed")
                .definedBy("io.cutovergate.testbed..")
                .layer("cli")
                .definedBy("io.cutovergate.cli..")
                .whereLayer("harness")
                .mayNotAccessAnyLayer()
                .whereLayer("testbed")
                .mayNotAccessAnyLayer()
                .whereLayer("reports")
                .mayOnlyAccessLayers("harness")
                .whereLayer("probe")
                .mayOnlyAccessLayers("harness")
                .whereLayer("smoke")
                .mayOnlyAccessLayers("harness", "probe")
                .whereLayer("integrity")
                .mayOnlyAccessLayers("harness", "probe")
                .whereLayer("e2e")
                .mayOnlyAccessLayers("harness", "probe")
                .whereLayer("load")
                .mayOnlyAccessLayers("harness", "probe")
                .whereLayer("cutover")
                .mayOnlyAccessLayers("harness", "probe")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void checksNeverTouchWhatIsSharedByTheWholeJvm() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.cutovergate.smoke..",
                        "io.cutovergate.integrity..",
                        "io.cutovergate.e2e..",
                        "io.cutovergate.load..",
                        "io.cutovergate.cutover..",
                        "io.cutovergate.probe..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.net.InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(java.net.InetAddress.class, "getAllByName", String.class)
                .because("Awaitility waits with a cause, and the JVM's name cache hides a switch for 30 s")
                .check(CLASSES);
    }

    @Test
    void mainCodeNeverSwallowsInPrint() {
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
    }
}
