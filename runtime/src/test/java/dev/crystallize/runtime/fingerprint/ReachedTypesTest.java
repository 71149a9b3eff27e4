package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of which instances may exist count whole. */
class ReachedTypesTest {

  @TempDir Path temp;
  private Versions versions;

  @BeforeEach
  void startWithNoVersion() {
    versions = new Versions(temp);
  }

  @Test
  void anInstantiatedClassCountsWholeWithItsSuperclass() throws IOException {
    String helper =
        "class Helper extends Base { static double scale(double x) { return new Helper().size(x); }"
            + " @Override double offset() { return 1; } }";
    String base =
        "class Base { double size(double x) { return x + offset(); } double offset() { return 0; }"
            + " }";
    Facts before = versions.code(Versions.STEPS, helper, base);

    assertThat(
            CodeDifference.between(
                before,
                versions.code(Versions.STEPS, helper, base.replace("x + offset", "x - offset"))))
        .containsExactly("class Base changed");
    assertThat(
            CodeDifference.between(
                before,
                versions.code(Versions.STEPS, helper.replace("return 1", "return 2"), base)))
        .containsExactly("class Helper changed");
  }

  @Test
  void aDefaultMethodCounts() throws IOException {
    String helper =
        "class Helper implements Shape { static double scale(double x) { return new Helper()"
            + ".area(x); } }";
    String shape = "interface Shape { default double area(double x) { return x; } }";
    assertThat(
            CodeDifference.between(
                versions.code(Versions.STEPS, helper, shape),
                versions.code(Versions.STEPS, helper, shape.replace("return x", "return x * x"))))
        .containsExactly("class Shape changed");
  }

  @Test
  void anEnumConstantCounts() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return switch (Mode.valueOf(\"A\")) { case"
            + " A -> x; default -> 2 * x; }; } }";
    assertThat(
            CodeDifference.between(
                versions.code(Versions.STEPS, helper, "enum Mode { A, B }"),
                versions.code(Versions.STEPS, helper, "enum Mode { A, B, C }")))
        .contains("class Mode changed");
  }

  @Test
  void aRecordComponentCounts() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return new P(x).x(); } record P(double x)"
            + " {} }";
    assertThat(
            versions.difference(
                helper,
                helper.replace("P(double x)", "P(double x, int y)").replace("P(x)", "P(x, 1)")))
        .containsExactly("Helper.scale changed", "class Helper.P changed");
  }

  @Test
  void subclassesOfASealedInterfaceCountWithIt() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return area(null); } static double"
            + " area(Shape s) { return s.area(); } sealed interface Shape { double area(); } record"
            + " Square(double a) implements Shape { public double area() { return a * a; } } }";
    assertThat(versions.difference(helper, helper.replace("a * a", "a + a")))
        .containsExactly("class Helper.Square changed");
  }

  @Test
  void aChangedSwitchOverAnEnumIsSeen() throws IOException {
    String helper =
        "class Helper { enum Mode { A, B } static double scale(double x) { Mode m = x > 0 ? Mode.A"
            + " : Mode.B; switch (m) { case A: return 1; default: return 2; } } }";
    assertThat(versions.difference(helper, helper.replace("case A", "case B")))
        .containsExactly("Helper.scale changed");
  }
}
