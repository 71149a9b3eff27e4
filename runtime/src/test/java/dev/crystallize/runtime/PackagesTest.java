package dev.crystallize.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.commons.annotation.Testable;

@Tag("same-on-every-jdk")
@TestInstance(Lifecycle.PER_CLASS) // Reads all classes once.
class PackagesTest {

  private static final String ROOT = "dev.crystallize.runtime";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.crystallize");

  @Test
  void packagesArePhasesAndImportsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("config")
        .definedBy(ROOT + ".config")
        .layer("plan")
        .definedBy(ROOT + ".plan")
        .layer("store")
        .definedBy(ROOT + ".store")
        .layer("codec")
        .definedBy(ROOT + ".codec")
        .layer("engine")
        .definedBy(ROOT + ".engine")
        .layer("fingerprint")
        .definedBy(ROOT + ".fingerprint")
        .layer("root")
        .definedBy(ROOT)
        .layer("launch")
        .definedBy(ROOT + ".launch")
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("plan")
        .mayOnlyAccessLayers("config")
        .whereLayer("store")
        .mayOnlyAccessLayers("config", "plan")
        .whereLayer("codec")
        .mayOnlyAccessLayers("config", "store")
        .whereLayer("engine")
        .mayOnlyAccessLayers("config", "plan", "store")
        .whereLayer("fingerprint")
        .mayNotAccessAnyLayer()
        .whereLayer("root")
        .mayOnlyAccessLayers("config", "plan", "store", "engine", "codec", "fingerprint")
        .whereLayer("launch")
        .mayOnlyAccessLayers("config", "root")
        .check(classes);
  }

  @Test
  void noPackagesNeedEachOther() {
    slices().matching("dev.crystallize.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void noSimpleNameIsPublicInBothPackagesThatPeopleImportWhole() {
    Set<String> annotations = publicNames("dev.crystallize.annotations");

    assertThat(annotations).contains("Step", "Experiment");
    assertThat(publicNames(ROOT)).isNotEmpty().doesNotContainAnyElementsOf(annotations);
  }

  /** Maven runs no others, and does not say so. */
  @Test
  void whatHoldsTestsHasTheNameOfATest() {
    URL tests = getClass().getProtectionDomain().getCodeSource().getLocation();
    methods()
        .that()
        .areMetaAnnotatedWith(Testable.class)
        .and()
        .areDeclaredInClassesThat()
        .areTopLevelClasses()
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Test")
        .check(new ClassFileImporter().importUrl(tests));
  }

  private Set<String> publicNames(String packageName) {
    return classes.stream()
        .filter(type -> type.getPackageName().equals(packageName))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(JavaClass::isTopLevelClass)
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toSet());
  }
}
