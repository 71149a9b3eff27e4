package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas, anonymous and local classes count by content, not by place. */
class PlacesOfCodeTest {

  @TempDir Path temp;
  private Versions versions;

  @BeforeEach
  void startWithNoVersion() {
    versions = new Versions(temp);
  }

  @Test
  void aChangedLambdaBodyIsAChangeOfItsMethod() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = v -> v * 2; return f.applyAsDouble(x); } }";
    assertThat(versions.difference(helper, helper.replace("v * 2", "v * 3")))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void placesOfLambdasDoNotCount() throws IOException {
    String one = "static Runnable one() { return () -> System.out.println(1); } ";
    String two =
        "static double scale(double x) { java.util.function.DoubleUnaryOperator f = v -> { Runnable"
            + " r = () -> { v(v); }; r.run(); return v; }; return f.applyAsDouble(x); } static void"
            + " v(double v) {} ";
    assertThat(
            versions.difference(
                "class Helper { " + one + two + "}", "class Helper { " + two + one + "}"))
        .isEmpty();
    assertThat(
            versions.difference("class Helper { " + two + "}", "class Helper { " + one + two + "}"))
        .isEmpty();
  }

  @Test
  void whatALambdaCallsIsReached() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) { Supplier<"
            + "Double> f = () -> half(x); return f.get(); } static double half(double x) { return x"
            + " / 2; } }";
    assertThat(versions.difference(helper, helper.replace("x / 2", "x / 4")))
        .containsExactly("Helper.half changed");
  }

  @Test
  void methodReferencesAreFollowed() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = Helper::half; return f.applyAsDouble(x); } static double"
            + " half(double x) { return x / 2; } }";
    assertThat(versions.difference(helper, helper.replace("x / 2", "x / 4")))
        .containsExactly("Helper.half changed");
  }

  @Test
  void aReferenceToAnotherMethodIsAChange() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = Helper::half; return f.applyAsDouble(x); } static double"
            + " half(double x) { return x / 2; } static double third(double x) { return x / 3; } }";
    assertThat(versions.difference(helper, helper.replace("Helper::half", "Helper::third")))
        .containsExactly(
            "Helper.scale changed",
            "Helper.third is now reached",
            "Helper.half is no longer reached");
  }

  @Test
  void placesOfAnonymousAndLocalClassesDoNotCount() throws IOException {
    String one =
        "static Object one() { return new Object() { public int hashCode() { return 1; } }; } ";
    String two =
        "static double scale(double x) { record P(double v) {} return new Object() { double f() {"
            + " return new P(x).v(); } }.f(); } ";
    Facts alone = versions.withHelper("class Helper { " + two + "}");

    assertThat(versions.withHelper("class Helper { " + one + two + "}")).isEqualTo(alone);
    assertThat(versions.withHelper("class Helper { " + two + one + "}")).isEqualTo(alone);
    assertThat(
            CodeDifference.between(
                alone,
                versions.withHelper("class Helper { " + two.replace(".v()", ".v() + 1") + "}")))
        .containsExactly("Helper.scale changed");
    assertThat(
            CodeDifference.between(
                alone,
                versions.withHelper(
                    "class Helper { "
                        + two.replace("P(double v)", "P(float v)").replace("P(x)", "P((float) x)")
                        + "}")))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void whatAnAnonymousClassCallsIsReached() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return new Object() { double f() { return"
            + " half(x); } }.f(); } static double half(double x) { return x / 2; } }";
    assertThat(versions.difference(helper, helper.replace("x / 2", "x / 4")))
        .containsExactly("Helper.half changed");
  }

  @Test
  void aSerializableLambdaCountsByItsBody() throws IOException {
    String helper =
        "import java.io.*; class Helper { static double scale(double x) { Runnable a = (Runnable &"
            + " Serializable) () -> System.out.println(1); a.run(); return x; } }";
    assertThat(versions.difference(helper, helper.replace("println(1)", "println(2)")))
        .containsExactly("Helper.scale changed");
  }
}
