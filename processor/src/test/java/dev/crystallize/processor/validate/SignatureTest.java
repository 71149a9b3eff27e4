package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shapes that annotated methods may have, and whether generated code can call them. */
class SignatureTest {

  @ParameterizedTest
  @EnumSource
  void aStepTakesDataOnce(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(String text, int depth) {}\n",
            "steps: [ { run: { depth: 1 } } ]\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "depth) {}",
            "step 'run' can take one parameter as data, not both 'text' and 'depth'")
        .adding("the configuration sets 'depth': write @Param before it")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeVariableSaysNothingAboutTheType(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int one() {
              return 1;
            }

            @Step
            static <T> void run(T data) {}
            """,
            "datasource: { one: one }\nsteps: [ run ]\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "run(T",
            "step 'run' has a type variable in its signature, in T; write a type of its own")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aMetricIsANumberOrARecordThatHoldsOne(Compiler compiler) {
    Example.study(
            """
            @Step
            @Metric
            static String run() {
              return "";
            }
            """,
            "steps: [ run ]\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "run()",
            "step 'run' is @Metric, but String is neither a number nor a record that holds one")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aDatasourceTakesNoData(Compiler compiler) {
    Example.study(
            """
            @DataSource
            static int one(String text) {
              return 1;
            }

            @Step
            static void run(int one) {}
            """,
            "datasource: { one: one }\nsteps: [ run ]\n")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "text",
            "the parameter 'text' of datasource 'one' is nothing a datasource is given")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void writersLoadersAndVerifiersHaveFewShapes(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run() {}

            @Writer
            static int write(String text) {
              return 1;
            }

            @Loader
            static void load(Path file) {}

            @Verifier
            static double test(Samples baseline) {
              return 1;
            }
            """,
            "steps: [ run ]\n")
        .in(compiler)
        .says(
            "writer-signature",
            "Study",
            "write(String",
            "Study.write(String) has none of the shapes of a writer")
        .adding("it may be byte[] f(T), String f(T), void f(T, OutputStream) or void f(T, Path)")
        .says(
            "loader-signature",
            "Study",
            "load(Path",
            "Study.load(Path) has none of the shapes of a loader")
        .says(
            "verifier-signature",
            "Study",
            "test(Samples",
            "Study.test(Samples) does not have the shape of a verifier")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anOutputSaysWhatIsWritten(Compiler compiler) {
    Example.study(
            """
            @Step
            @SuppressWarnings("rawtypes")
            static void one(Output raw, Output<?> any) {}

            @Step
            @Artifact("nothing")
            static void two() {}
            """,
            "steps: [ one, two ]\noutputs: { raw: r, any: a, nothing: n }\n")
        .in(compiler)
        .says(
            "output-handle",
            "Study",
            "raw, Output",
            "the output 'raw' of step 'one' does not say what is written; write Output<T>")
        .says(
            "output-handle",
            "Study",
            "any)",
            "the output 'any' of step 'one' does not say what is written; write Output<T>")
        .says(
            "output-handle",
            "Study",
            "\"nothing\"",
            "step 'two' is @Artifact but returns nothing that could be written to 'nothing'")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aPrivateMethodCannotBeCalled(Compiler compiler) {
    Example.study("@Step\nprivate static void run() {}\n", "steps: [ run ]\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Study",
            "run()",
            "Study.run is private, so StudyGraph cannot call it; leave 'private' out")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aPrivateClassIsOneErrorHoweverManyOfItsMethodsAreUsed(Compiler compiler) {
    Example.empty()
        .java(
            "Studies",
            """
            final class Studies {
              @Experiment("study")
              private static final class Study {
                @Step
                static void one() {}

                @Step
                static void two() {}
              }
            }
            """)
        .yaml("study", "steps: [ one, two ]\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Studies",
            "class Study {",
            "Study is private, so StudyGraph cannot use it; leave 'private' out")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anotherPackagesClassMustBePublicAndSoMustItsMethods(Compiler compiler) {
    Example.empty()
        .java("com.other", "Tools", "public class Tools {\n  @Step\n  static void run() {}\n}\n")
        .java(
            "Study",
            "@Experiment(value = \"study\", uses = com.other.Tools.class)\nclass Study {}\n")
        .yaml("study", "steps: [ run ]\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Tools",
            "run()",
            "Tools.run is not public and lies in package com.other, so StudyGraph cannot call it;"
                + " make it public")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anInstanceMethodNeedsAConstructorWithoutParameters(Compiler compiler) {
    Example.study("Study(int size) {}\n\n@Step\nvoid run() {}\n", "steps: [ run ]\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Study",
            "class Study",
            "Study has no constructor without parameters, so StudyGraph cannot use it;"
                + " add one or make its annotated methods static")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anInnerClassHasNoInstanceOfItsOwn(Compiler compiler) {
    Example.empty()
        .java(
            "Studies",
            """
            class Studies {
              @Experiment("study")
              class Study {
                @Step
                void run() {}
              }
            }
            """)
        .yaml("study", "steps: [ run ]\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Studies",
            "class Study {",
            "Study is an inner class, so StudyGraph cannot use it; make it static")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aPrivateTypeInASignatureCannotBeNamed(Compiler compiler) {
    Example.study(
            """
            private record Secret(int size) {}

            @Step
            static void run(Output<List<Secret>> secrets) {}
            """,
            "steps: [ run ]\noutputs: { secrets: s.json }\n")
        .in(compiler)
        .says(
            "inaccessible",
            "Study",
            "secrets)",
            "Secret is private, so StudyGraph cannot use it; leave 'private' out")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void twoNamesThatBecomeOneConstantClash(Compiler compiler) {
    Example.study(
            """
            @Step
            static void run(
                @Artifact("a-b") Output<String> one, @Artifact("a_b") Output<String> two) {}
            """,
            "steps: [ run ]\noutputs: { a-b: one.txt, a_b: two.txt }\n")
        .in(compiler)
        .says(
            "generated-name-clash",
            "Study",
            "\"study\"",
            "the output 'a-b' and the output 'a_b' would both be A_B in StudyGraph"
                + " (experiments/study/config.yaml:2:26)")
        .andNothingElse();
  }
}
