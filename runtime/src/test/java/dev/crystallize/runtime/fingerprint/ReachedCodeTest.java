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

  @TempDir Path temp;
  private Versions versions;

  @BeforeEach
  void startWithNoVersion() {
    versions = new Versions(temp);
  }

  @Test
  void aChangedHelperIsNamed() throws IOException {
    assertThat(
            versions.difference(
                "class Helper { static double scale(double x) { return 2 * x; } }",
                "class Helper { static double scale(double x) { return 3 * x; } }"))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void staticMembersCountOneByOne() throws IOException {
    assertThat(
            versions.difference(
                "class Helper { static double scale(double x) { return x; } static int other() {"
                    + " return 1; } }",
                "class Helper { static double scale(double x) { return x; } static int other() {"
                    + " return 2; } static int more() { return 3; } }"))
        .isEmpty();
  }

  @Test
  void commentsFormatLocalNamesAndOrderDoNotCount() throws IOException {
    assertThat(
            versions.difference(
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
    Compiled with =
        Compiled.of(temp.resolve("first"), List.of("-g", "-parameters"), Versions.STEPS, helper);
    Compiled without =
        Compiled.of(temp.resolve("second"), List.of("-g:none"), Versions.STEPS, helper);

    assertThat(without.reached()).isEqualTo(with.reached());
  }

  @Test
  void anInlinedConstantCountsWhereItIsUsed() throws IOException {
    String steps = "final class Steps { static double run(double x) { return x * Rates.RATE; } }";
    assertThat(
            CodeDifference.between(
                versions.code(steps, "class Rates { static final double RATE = 0.1; }"),
                versions.code(steps, "class Rates { static final double RATE = 0.2; }")))
        .containsExactly("Steps.run changed");
  }

  @Test
  void aStaticInitialiserCountsWithAnyMember() throws IOException {
    String helper =
        "class Helper { static double rate = Math.sqrt(2); static double scale(double x) { return"
            + " rate * x; } }";
    assertThat(versions.difference(helper, helper.replace("sqrt(2)", "sqrt(3)")))
        .containsExactly("the static initialiser of Helper changed");
  }

  @Test
  void anInheritedStaticMethodIsFoundWhereItIsDeclared() throws IOException {
    String helper = "class Helper extends Base {}";
    String base = "class Base { static double scale(double x) { return x; } }";
    assertThat(
            CodeDifference.between(
                versions.code(Versions.STEPS, helper, base),
                versions.code(Versions.STEPS, helper, base.replace("return x", "return -x"))))
        .containsExactly("Base.scale changed");
  }

  @Test
  void overloadsAreToldApart() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return scale(x, 2) + scale(x, \"\"); }"
            + " static double scale(double x, int n) { return x * n; } static double scale(double"
            + " x, String n) { return x; } }";
    assertThat(versions.difference(helper, helper.replace("x * n", "x + n")))
        .containsExactly("Helper.scale(double, int) changed");
  }

  @Test
  void generatedClassesAreLeftOut() throws IOException {
    String helper = "class Helper { static double scale(double x) { return HelperGraph.f(x); } }";
    String graph = "class HelperGraph { static double f(double x) { return x; } }";
    assertThat(versions.code(Versions.STEPS, helper, graph))
        .isEqualTo(versions.code(Versions.STEPS, helper, graph.replace("return x", "return -x")));
  }

  @Test
  void theCallsOfAGeneratedClassBegin() throws IOException {
    String graph =
        "class StepsGraph { static final Node N = Node.make(); static class Node { static Node"
            + " make() { java.util.function.DoubleUnaryOperator f = x -> Steps.run(x); return new"
            + " Node(); } } }";
    String helper = "class Helper { static double scale(double x) { return x; } }";
    Compiled project = Compiled.of(temp.resolve("first"), Versions.STEPS, helper, graph);

    assertThat(project.reached(EntryPoint.callsOf("StepsGraph")))
        .isEqualTo(project.reached(EntryPoint.method("Steps", "run")));
  }

  @Test
  void theClassItselfNamedInItsCodeIsNoInstance() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { assert x > 0; return"
            + " Helper.class.getName().length(); } static int other() { return 1; } }";
    assertThat(versions.difference(helper, helper.replace("return 1", "return 2"))).isEmpty();
  }

  @Test
  void aLibraryInASignatureIsReached() throws IOException {
    String helper = "class Helper { static double scale(double x) { return x; } }";
    assertThat(Compiled.of(temp.resolve("first"), Versions.STEPS, helper).reached().libraries())
        .isFalse();

    Compiled project = Compiled.of(temp.resolve("second"), Versions.STEPS, helper);
    Files.delete(project.file("Helper"));
    assertThat(project.reached().libraries()).isTrue();
  }

  @Test
  void aNewerClassFileCountsWholeAndIsFollowed() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return Other.f(x); } static int g() {"
            + " return 1; } }";
    String other = "class Other { static double f(double x) { return x; } }";
    Compiled project = Compiled.of(temp.resolve("first"), Versions.STEPS, helper, other);
    byte[] file = project.bytes("Helper");
    file[7] = 120;
    Files.write(project.file("Helper"), file);

    assertThat(project.reached().unknownFormat()).containsExactly("Helper");
    assertThat(project.reached().code().byName())
        .containsOnlyKeys("Steps.run(double):double", "class Helper", "Other.f(double):double");
  }

  @Test
  void anEntryPointWithoutBytecodeIsTold() throws IOException {
    Compiled project =
        Compiled.of(temp.resolve("first"), "final class Steps { static void run() {} }");

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

    assertThat(Compiled.of(temp.resolve("first"), Versions.STEPS, helper).reached().unseeded())
        .containsExactly(
            new UnseededRandom(List.of("Steps.run", "Helper.scale"), "Math.random"),
            new UnseededRandom(List.of("Steps.run", "Helper.scale"), "new Random()"));
  }

  @Test
  void theWayToAnUnseededCallLeadsThroughSuperclasses() throws IOException {
    assertThat(
            Compiled.of(
                    temp.resolve("first"),
                    "class Steps { static double run() { return new Noise().next(); } }",
                    "class Noise extends Base { double next() { return raw(); } }",
                    "class Base { double raw() { return Math.random(); } }")
                .reached()
                .unseeded())
        .containsExactly(new UnseededRandom(List.of("Steps.run", "Base.raw"), "Math.random"));
  }

  @Test
  void seededRandomNumbersAreNotTold() throws IOException {
    String helper =
        "import java.util.*; import java.util.random.*; class Helper { static double scale(double"
            + " x) { Collections.shuffle(new ArrayList<>(), new Random(1)); new"
            + " SplittableRandom(2); return RandomGeneratorFactory.of(\"L64X128MixRandom\")"
            + ".create(3).nextDouble(); } }";

    assertThat(Compiled.of(temp.resolve("first"), Versions.STEPS, helper).reached().unseeded())
        .isEmpty();
  }

  @Test
  void aTextInAConcatenationCounts() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { return (\"a\" + x).length(); } }";
    assertThat(versions.difference(helper, helper.replace("\"a\"", "\"b\"")))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void aLoopThatEndsElsewhereIsAChange() throws IOException {
    String helper =
        "class Helper { static double scale(double x) { a: for (;;) { for (;;) { x++; if (x > 5)"
            + " break a; if (x > 3) break; if (x > 1) break; } x--; } return x; } }";
    assertThat(versions.difference(helper, helper.replace("(x > 1) break", "(x > 1) continue a")))
        .containsExactly("Helper.scale changed");
  }

  @Test
  void verifiersAreLeftOut() throws IOException {
    String verifier = "package dev.crystallize.annotations; public @interface Verifier {}";
    String graph =
        "class StepsGraph { static void make() { java.util.function.DoubleUnaryOperator f = x ->"
            + " Steps.run(x); Runnable g = () -> Helper.verify(); } }";
    String helper =
        "class Helper { static double scale(double x) { return x; }"
            + " @dev.crystallize.annotations.Verifier static void verify() { other(); } static void"
            + " other() {} }";
    Compiled project = Compiled.of(temp.resolve("first"), Versions.STEPS, helper, verifier, graph);

    assertThat(project.reached(EntryPoint.callsOf("StepsGraph")).code().byName())
        .containsOnlyKeys("Steps.run(double):double", "Helper.scale(double):double");
  }

  @Test
  void anEntryPointMayBeInherited() throws IOException {
    Compiled project =
        Compiled.of(
            temp.resolve("first"),
            "class Steps extends Base {}",
            "class Base { static void run() {} }");

    assertThat(project.reached().code().byName()).containsOnlyKeys("Base.run():void");
    assertThat(project.reached().unreadable()).isEmpty();
  }

  @Test
  void theMethodOfAnInstanceMakesItsClassCountWhole() throws IOException {
    Compiled project =
        Compiled.of(temp.resolve("first"), "class Steps { void run() {} static void other() {} }");

    assertThat(project.reached().code().byName()).containsOnlyKeys("class Steps");
  }

  @Test
  void theOrderOfEntryPointsDoesNotCount() throws IOException {
    Compiled project =
        Compiled.of(
            temp.resolve("first"),
            "class Steps { static void run() { new Steps().a(); } void a() {} static void b() {} }");
    EntryPoint run = EntryPoint.method("Steps", "run");
    EntryPoint b = EntryPoint.method("Steps", "b");

    assertThat(project.reached(run, b)).isEqualTo(project.reached(b, run));
  }

  @Test
  void theCallsOfOneMemberOfAGeneratedClassBegin() throws IOException {
    String graph =
        "class StepsGraph { static final Runnable LOADER = () -> Helper.load(); static void make()"
            + " { Runnable f = () -> Steps.run(1); } }";
    String helper =
        "class Helper { static double scale(double x) { return x; } static void load() {} }";
    Compiled project = Compiled.of(temp.resolve("first"), Versions.STEPS, helper, graph);

    assertThat(project.reached(EntryPoint.callsOf("StepsGraph", "<clinit>")).code().byName())
        .containsOnlyKeys("Helper.load():void");
  }

  @Test
  void aClassThatIsUsedBesidesCountsFromItsOwnMethods() throws IOException {
    Compiled project =
        Compiled.of(
            temp.resolve("first"),
            "class Steps { static void run() {} }",
            "class Shared { static void prepare() {} static void other() {} }");

    assertThat(
            project
                .reached(EntryPoint.method("Steps", "run"), EntryPoint.method("Shared", "prepare"))
                .code()
                .byName())
        .containsOnlyKeys("Steps.run():void", "Shared.prepare():void");
  }
}
