package dev.crystallize.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.lang.model.type.TypeMirror;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@Tag("same-on-every-jdk")
@TestInstance(Lifecycle.PER_CLASS) // Reads all classes once.
class PackagesTest {

  private static final String ROOT = "dev.crystallize.processor";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesArePhasesAndImportsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy(ROOT + ".model")
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("read")
        .definedBy(ROOT + ".read")
        .layer("validate")
        .definedBy(ROOT + ".validate")
        .layer("generate")
        .definedBy(ROOT + ".generate")
        .layer("root")
        .definedBy(ROOT)
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("report")
        .mayOnlyAccessLayers("model")
        .whereLayer("read")
        .mayOnlyAccessLayers("model", "report")
        .whereLayer("validate")
        .mayOnlyAccessLayers("model", "report", "read")
        .whereLayer("generate")
        .mayOnlyAccessLayers("model", "report")
        .check(classes);
  }

  @Test
  void ofTheRuntimeOnlyTheConfigurationReaderAndThePlannerAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.crystallize.runtime",
            "dev.crystallize.runtime.store..",
            "dev.crystallize.runtime.engine..",
            "dev.crystallize.runtime.fingerprint..",
            "dev.crystallize.runtime.launch..",
            "dev.crystallize.annotations..")
        .check(classes);
  }

  @Test
  void typesAreComparedByTheCompilerAndNotByEquals() {
    noClasses()
        .should()
        .callMethodWhere(target(owner(assignableTo(TypeMirror.class))).and(target(name("equals"))))
        .because("compilers make several mirrors of one type")
        .check(classes);
  }
}
