package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachedCodeTest {

  private static final String STEPS =
      "final class Steps { static double run(double x) { return Helper.scale(x); } }";

  @TempDir Path temp;
  private int folders;
  private Path place;

  @BeforeEach
  void chooseAFolder() {
    place = temp.resolve("first");
  }

  private Facts code(String... sources) throws IOException {
    return Compiled.of(temp.resolve("v" + folders++), sources).reached().code();
  }

  private Facts withHelper(String helper) throws IOException {
    return code(STEPS, helper);
  }

  private List<String> difference(String before, String after) throws IOException {
    return CodeDifference.between(withHelper(before), withHelper(after));
  }

  @Test
  void aChangedHelperIsNamed() throws IOException {
    assertThat(
            difference(
                "class Helper { static double scale(double x) { return 2 * x; } }",
                "class Helper { static double scale(double x) { return 3 * x; } }"))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void staticMembersCountOneByOne() throws IOException {
    assertThat(
            difference(
                "class Helper { static double scale(double x) { return x; } static int other() {"
                    + " return 1; } }",
                "class Helper { static double scale(double x) { return x; } static int other() {"
                    + " return 2; } static int more() { return 3; } }"))
        .isEmpty();
  }

  @Test
  void commentsFormatLocalNamesAndOrderDoNotCount() throws IOException {
    assertThat(
            difference(
                "class Helper { static double scale(double x) { double y = x; return y; }"
                    + " static int a; static int b() { return 1; } }",
                """
                /* new */ class Helper {
                  static int b() { return 1; }
                  static int a;

                  // why
                  static double scale(double value) {
                    double z = value;
                    return z;
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void debugTablesDoNotCount() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { Runnable a = () -> {}; Runnable b = () ->"
            + " {}; a.run(); b.run(); for (int i = 0; i < 3; i++) { x += i; } return x; } }";
    Compiled with = Compiled.of(place, List.of("-g", "-parameters"), STEPS, helper);
    Compiled without = Compiled.of(temp.resolve("none"), List.of("-g:none"), STEPS, helper);

    assertThat(without.reached()).isEqualTo(with.reached());
  }

  @Test
  void aChangedLambdaBodyIsAChangeOfItsMethod() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = v -> v * 2; return f.applyAsDouble(x); } }";
    assertThat(difference(helper, helper.replace("v * 2", "v * 3")))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void placesOfLambdasDoNotCount() throws IOException {
    String one = "static Runnable one() { return () -> System.out.println(1); } ";
    String two =
        "static double scale(double x) { java.util.function.DoubleUnaryOperator f = v -> { Runnable"
            + " r = () -> { v(v); }; r.run(); return v; }; return f.applyAsDouble(x); } static void"
            + " v(double v) {} ";
    assertThat(difference("class Helper { " + one + two + "}", "class Helper { " + two + one + "}"))
        .isEmpty();
    assertThat(difference("class Helper { " + two + "}", "class Helper { " + one + two + "}"))
        .isEmpty();
  }

  @Test
  void whatALambdaCallsIsReached() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) { Supplier<"
            + "Double> f = () -> half(x); return f.get(); } static double half(double x) { return x"
            + " / 2; } }";
    assertThat(difference(helper, helper.replace("x / 2", "x / 4")))
        .containsExactly("Helper.half changed");
  }

  @Test
  void methodReferencesAreFollowed() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = Helper::half; return f.applyAsDouble(x); } static double"
            + " half(double x) { return x / 2; } }";
    assertThat(difference(helper, helper.replace("x / 2", "x / 4")))
        .containsExactly("Helper.half changed");
  }

  @Test
  void aReferenceToAnotherMethodIsAChange() throws IOException {
    String helper =
        "import java.util.function.*; class Helper { static double scale(double x) {"
            + " DoubleUnaryOperator f = Helper::half; return f.applyAsDouble(x); } static double"
            + " half(double x) { return x / 2; } static double third(double x) { return x / 3; } }";
    assertThat(difference(helper, helper.replace("Helper::half", "Helper::third")))
        .containsExactly(
            "Helper.scale changed",
            "Helper.third is now reached",
            "Helper.half is no longer reached");
  }

  @Test
  void anInlinedConstantCountsWhereItIsUsed() throws IOException {
    String steps =
        "final class Steps { static double run(double x) { return x * Rates.RATE; } }";
    assertThat(
            CodeDifference.between(
                code(steps, "class Rates { static final double RATE = 0.1; }"),
                code(steps, "class Rates { static final double RATE = 0.2; }")))
        .containsExactly("Steps.run changed");
  }

  @Test
  void aStaticInitialiserCountsWithAnyMember() throws IOException {
    String helper =
        "class Helper { static double rate = Math.sqrt(2); static double scale(double x) { return"
            + " rate * x; } }";
    assertThat(difference(helper, helper.replace("sqrt(2)", "sqrt(3)")))
        .containsExactly("the static initialiser of Helper changed");
  }

  @Test
  void anInstantiatedClassCountsWholeWithItsSuperclass() throws IOException {
    String helper =
        "class Helper extends Base { static double scale(double x) { return new Helper().size(x); }"
            + " @Override double offset() { return 1; } }";
    String base =
        "class Base { double size(double x) { return x + offset(); } double offset() { return 0; }"
            + " }";
    Facts before = code(STEPS, helper, base);

    assertThat(
            CodeDifference.between(
                before, code(STEPS, helper, base.replace("x + offset", "x - offset"))))
        .containsExactly("class Base changed");
    assertThat(
            CodeDifference.between(
                before, code(STEPS, helper.replace("return 1", "return 2"), base)))
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
                code(STEPS, helper, shape),
                code(STEPS, helper, shape.replace("return x", "return x * x"))))
        .containsExactly("class Shape changed");
  }

  @Test
  void anEnumConstantCounts() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return switch (Mode.valueOf(\"A\")) { case"
            + " A -> x; default -> 2 * x; }; } }";
    assertThat(
            CodeDifference.between(
                code(STEPS, helper, "enum Mode { A, B }"),
                code(STEPS, helper, "enum Mode { A, B, C }")))
        .contains("class Mode changed");
  }

  @Test
  void aRecordComponentCounts() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return new P(x).x(); } record P(double x)"
            + " {} }";
    assertThat(
            difference(
                helper, helper.replace("P(double x)", "P(double x, int y)").replace("P(x)", "P(x, 1)")))
        .containsExactly("Helper.scale changed", "class Helper.P changed");
  }

  @Test
  void subclassesOfASealedInterfaceCountWithIt() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return area(null); } static double"
            + " area(Shape s) { return s.area(); } sealed interface Shape { double area(); } record"
            + " Square(double a) implements Shape { public double area() { return a * a; } } }";
    assertThat(difference(helper, helper.replace("a * a", "a + a")))
        .containsExactly("class Helper.Square changed");
  }

  @Test
  void anInheritedStaticMethodIsFoundWhereItIsDeclared() throws IOException {
    String helper = "class Helper extends Base {}";
    String base = "class Base { static double scale(double x) { return x; } }";
    assertThat(
            CodeDifference.between(
                code(STEPS, helper, base),
                code(STEPS, helper, base.replace("return x", "return -x"))))
        .containsExactly("Base.scale changed");
  }

  @Test
  void overloadsAreToldApart() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return scale(x, 2) + scale(x, \"\"); }"
            + " static double scale(double x, int n) { return x * n; } static double scale(double"
            + " x, String n) { return x; } }";
    assertThat(difference(helper, helper.replace("x * n", "x + n")))
        .containsExactly("Helper.scale(double, int) changed");
  }

  @Test
  void generatedClassesAreLeftOut() throws IOException {
    String helper = "class Helper { static double scale(double x) { return HelperGraph.f(x); } }";
    String graph = "class HelperGraph { static double f(double x) { return x; } }";
    assertThat(code(STEPS, helper, graph))
        .isEqualTo(code(STEPS, helper, graph.replace("return x", "return -x")));
  }

  @Test
  void theCallsOfAGeneratedClassBegin() throws IOException {
    String graph =
        "class StepsGraph { static final Node N = Node.make(); static class Node { static Node"
            + " make() { java.util.function.DoubleUnaryOperator f = x -> Steps.run(x); return new"
            + " Node(); } } }";
    String helper = "class Helper { static double scale(double x) { return x; } }";
    Compiled project = Compiled.of(place, STEPS, helper, graph);

    assertThat(project.reached(EntryPoint.callsOf("StepsGraph")))
        .isEqualTo(project.reached(EntryPoint.method("Steps", "run")));
  }

  @Test
  void theClassItselfNamedInItsCodeIsNoInstance() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { assert x > 0; return"
            + " Helper.class.getName().length(); } static int other() { return 1; } }";
    assertThat(difference(helper, helper.replace("return 1", "return 2"))).isEmpty();
  }

  @Test
  void aLibraryInASignatureIsReached() throws IOException {
    String helper = "class Helper { static double scale(double x) { return x; } }";
    assertThat(Compiled.of(place, STEPS, helper).reached().libraries()).isFalse();

    Compiled project = Compiled.of(temp.resolve("all"), STEPS, helper);
    Files.delete(project.file("Helper"));
    assertThat(project.reached().libraries()).isTrue();
  }

  @Test
  void aNewerClassFileCountsWholeAndIsFollowed() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return Other.f(x); } static int g() {"
            + " return 1; } }";
    String other = "class Other { static double f(double x) { return x; } }";
    Compiled project = Compiled.of(place, STEPS, helper, other);
    byte[] file = project.bytes("Helper");
    file[7] = 120;
    Files.write(project.file("Helper"), file);

    assertThat(project.reached().unknownFormat()).containsExactly("Helper");
    assertThat(project.reached().code().byName())
        .containsOnlyKeys("Steps.run(double):double", "class Helper", "Other.f(double):double");
  }

  @Test
  void anEntryPointWithoutBytecodeIsTold() throws IOException {
    Compiled project = Compiled.of(place, "final class Steps { static void run() {} }");

    assertThat(project.reached(EntryPoint.method("Steps", "walk")).unreadable())
        .containsExactly("Steps.walk");
  }

  @Test
  void unseededRandomNumbersAreTold() throws IOException {
    String helper =
        "import java.util.*; class Helper { static double scale(double x) {"
            + " Collections.shuffle(new ArrayList<>(List.of(1)), new Random(7));"
            + " java.util.function.DoubleSupplier s = Math::random; Runnable r = () -> new"
            + " Random(); return s.getAsDouble(); } static void f() { UUID.randomUUID(); } }";

    assertThat(Compiled.of(place, STEPS, helper).reached().unseeded())
        .containsExactly(
            new UnseededRandom("Helper.scale", "Math.random"),
            new UnseededRandom("Helper.scale", "new Random()"));
  }
}
