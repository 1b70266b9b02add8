package vn.canhbao;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The rules of docs/architecture.md. */
@AnalyzeClasses(
        packages = "vn.canhbao",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** The other modules' tests come as jars, which ArchUnit's own option doesn't know as tests. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule onlyTheWireKnowsJsmpp = noClasses()
            .that()
            .resideOutsideOfPackage("vn.canhbao.gateway.smpp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsmpp..");

    @ArchTest
    static final ArchRule onlyTheGatewayKnowsCamel = noClasses()
            .that()
            .resideOutsideOfPackage("vn.canhbao.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheSchedulerKnowsQuartzAndBatch = noClasses()
            .that()
            .resideOutsideOfPackage("vn.canhbao.scheduler..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.quartz..", "org.springframework.batch..");

    @ArchTest
    static final ArchRule schedulerDoesNotKnowTheGateway = noClasses()
            .that()
            .resideInAPackage("vn.canhbao.scheduler..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.canhbao.gateway..");

    @ArchTest
    static final ArchRule gatewayDoesNotKnowTheScheduler = noClasses()
            .that()
            .resideInAPackage("vn.canhbao.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.canhbao.scheduler..", "vn.canhbao.templates..", "vn.canhbao.console..");

    @ArchTest
    static final ArchRule coreKnowsNobody = noClasses()
            .that()
            .resideInAPackage("vn.canhbao.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.canhbao.gateway..", "vn.canhbao.scheduler..", "vn.canhbao.templates..", "vn.canhbao.console..");

    @ArchTest
    static final ArchRule templatesKnowOnlyTheCore = noClasses()
            .that()
            .resideInAPackage("vn.canhbao.templates..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.canhbao.gateway..", "vn.canhbao.scheduler..", "vn.canhbao.console..");

    @ArchTest
    static final ArchRule reportsKnowOnlyTheCore = noClasses()
            .that()
            .resideInAPackage("vn.canhbao.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.canhbao.gateway..", "vn.canhbao.scheduler..", "vn.canhbao.templates..", "vn.canhbao.console..");

    @ArchTest
    static final ArchRule onlyReportsWriteDocuments = noClasses()
            .that()
            .resideOutsideOfPackage("vn.canhbao.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.poi.xwpf..", "com.openhtmltopdf..", "org.apache.pdfbox..", "org.dhatim.fastexcel");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("vn.canhbao.(**)")
            .should()
            .beFreeOfCycles()
            // main knows every command, and the commands start the application that it stands beside.
            .ignoreDependency(resideInAPackage("vn.canhbao.console"), simpleName("Demo"));

    @ArchTest
    static final ArchRule packagesAreNamedByWhatTheyAreAbout = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..impl..", "..dto..", "..helper..", "..helpers..", "..service..");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameStartingWith("Default");

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule whatIsNamedByItsTechnologyStaysInItsPackage = classes()
            .that()
            .haveSimpleNameStartingWith("Jdbc")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @Test
    void everyPackageSaysInASentenceWhatItIs() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> silent = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ArchitectureTest::packages)
                    .filter(folder -> !explained(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static Stream<Path> packages(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean explained(Path packageInfo) {
        try {
            return Files.readString(packageInfo).matches("(?s)\\s*/\\*\\*.+\\*/.*");
        } catch (IOException missing) {
            return false;
        }
    }
}
