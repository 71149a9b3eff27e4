package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resources and those that use them. */
class ResourceTest {

  private static final String MODEL =
      """
      interface Llm {}
      record Local(int size) implements Llm {}

      """;

  private static final String ASK =
      """
      @Step
      static void ask(Llm model) {}

      """;

  private static Example with(String code, String yaml) {
    return Example.study(MODEL + ASK + code, "steps: [ ask ]\n" + yaml);
  }

  private static Example with(String code) {
    return with(code, "");
  }

  @ParameterizedTest
  @EnumSource
  void aParameterMayBeASupertypeOfTheResource(Compiler compiler) {
    with("@Resource\nstatic Local local() { return new Local(1); }").in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void theVeryTypeGoesBeforeThoseThatExtendIt(Compiler compiler) {
    with("""
            @Resource
            static Local local() { return new Local(1); }
            @Resource
            static Llm any(Local local) { return local; }
            """)
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatTwoResourcesFitIsAmbiguous(Compiler compiler) {
    with("""
            record Remote(String url) implements Llm {}
            @Resource
            static Local local() { return new Local(1); }
            @Resource
            static Remote remote() { return new Remote(""); }
            """)
        .in(compiler)
        .says(
            "ambiguous-name",
            "Study",
            "model) {}",
            "Study.ask(model) may be given any of the resources Study.local(), Study.remote()")
        .adding("give it the very type of the one that is meant")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTreatmentMaySetWhatAResourceReads(Compiler compiler) {
    with(
            "@Resource\nstatic Local local(@Param int size) { return new Local(size); }",
            "treatments: { baseline: { size: 1 }, big: { size: 2 } }")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aParameterWithoutAValueIsTold(Compiler compiler) {
    with("@Resource\nstatic Local local(@Param int size) { return new Local(size); }")
        .in(compiler)
        .says(
            "missing-param",
            "Study",
            "size) { return",
            "nothing gives the parameter 'size' of resource 'local' a value")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatDoesNotFitIsTold(Compiler compiler) {
    with(
            "@Resource\nstatic Local local(@Param int size) { return new Local(size); }",
            "treatments: { baseline: { size: big } }")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "\"study\"",
            "the parameter 'size' of resource 'local' takes a whole number, not \"big\""
                + " (experiments/study/config.yaml:2:33)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aResourceThatNothingTakesIsTold(Compiler compiler) {
    with("""
            @Resource
            static Local local() { return new Local(1); }
            @Resource
            static Thread pool() { return new Thread(); }
            """)
        .in(compiler)
        .says("unused-code", "Study", "pool()", "no experiment of Study uses the resource 'pool'")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whatAResourceIsNotGivenIsTold(Compiler compiler) {
    with("@Resource\nstatic Local local(RandomGenerator random) { return new Local(1); }")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "random)",
            "the parameter 'random' of resource 'local' is nothing a resource is given")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aResourceHasToMakeAnObject(Compiler compiler) {
    with("""
            @Resource
            static Local local() { return new Local(1); }
            @Resource
            static int number() { return 1; }
            """)
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "number()",
            "the resource 'number' returns int, which is no object that tasks could share")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void atLeastOneTaskHasToBeLetIn(Compiler compiler) {
    with("@Resource(concurrency = 0)\nstatic Local local() { return new Local(1); }")
        .in(compiler)
        .says(
            "step-signature",
            "Study",
            "0)",
            "the concurrency of resource 'local' must be at least 1, but is 0")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void resourcesThatNeedEachOtherAreTold(Compiler compiler) {
    with("""
            @Resource
            static Local local(Thread other) { return new Local(1); }
            @Resource
            static Thread pool(Llm first) { return new Thread(); }
            """)
        .in(compiler)
        .says("cycle", "Study", "other)", "the resources need each other: local -> pool -> local")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aResourceThatIsPrivateIsTold(Compiler compiler) {
    with("@Resource\nprivate static Local local() { return new Local(1); }")
        .in(compiler)
        .says(
            "inaccessible",
            "Study",
            "local()",
            "Study.local is private, so StudyGraph cannot call it; leave 'private' out")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aRankerOfAnotherShapeIsTold(Compiler compiler) {
    ranked("@Ranker\nstatic String bySize(Map<String, Object> findings) { return \"\"; }")
        .in(compiler)
        .says(
            "verifier-signature",
            "Study",
            "bySize(",
            "Study.bySize(Map<String, Object>) does not have the shape of a ranker")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void severalRankersOfWhichNoneIsNamedLikeTheHypothesisAreAmbiguous(Compiler compiler) {
    ranked(
            """
            @Ranker
            static double bySize(Map<String, Object> findings) { return 1; }
            @Ranker
            static int byAge(Map<String, Object> findings) { return 1; }
            """)
        .in(compiler)
        .says(
            "ambiguous-name",
            "Study",
            "\"study\"",
            "the hypothesis 'compare' may be ranked by any of"
                + " Study.bySize(Map<String, Object>), Study.byAge(Map<String, Object>);"
                + " name one like the hypothesis (experiments/study/config.yaml:4:15)")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void theRankerThatIsNamedLikeTheHypothesisIsTaken(Compiler compiler) {
    ranked(
            """
            @Ranker
            static double compare(Map<String, Object> findings) { return 1; }
            @Ranker
            static int byAge(Map<String, Object> findings) { return 1; }
            """)
        .in(compiler)
        .says("unused-code", "Study", "byAge(", "no experiment of Study uses the ranker 'by_age'")
        .asWarning()
        .andNothingElse();
  }

  private static Example ranked(String code) {
    return Example.study(
        """
        @Step
        @Metric
        static int evaluate(@Param(defaultValue = "1") int size) { return size; }

        @Verifier
        static Map<String, Object> compare(Samples baseline, Samples treatment) { return Map.of(); }

        """
            + code,
        """
        steps: [ evaluate ]
        treatments: { small: { size: 2 } }
        hypotheses:
          - verifier: compare
        """);
  }
}
