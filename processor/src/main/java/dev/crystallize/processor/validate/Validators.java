package dev.crystallize.processor.validate;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The list of all rules. */
public final class Validators {

  private Validators() {}

  /** Returns all rules, in the order in which they are asked. */
  public static List<Validator> all(Types types, Elements elements) {
    List<Validator> all = new ArrayList<>();
    all.add(new DuplicateExperimentValidator());
    rules(new TypeFit(types, elements), types, elements)
        .forEach(rule -> all.add(new WithoutDuplicates(rule)));
    return all;
  }

  private static List<Validator> rules(TypeFit fit, Types types, Elements elements) {
    return List.of(
        new UnknownStepValidator(),
        new UnknownDataSourceValidator(),
        new UnknownWriterValidator(),
        new UnknownLoaderValidator(),
        new UnknownVerifierValidator(),
        new UnknownOutputValidator(),
        new UnknownInputValidator(),
        new UnknownExperimentValidator(),
        new MissingArtifactValidator(),
        new AmbiguousNameValidator(),
        new OverloadedStepValidator(),
        new ParameterNameValidator(),
        new MissingWriterValidator(fit),
        new UnusedOutputValidator(),
        new OutputWrittenTwiceValidator(),
        new UnusedInputValidator(),
        new UnusedStepValidator(),
        new UnusedCodeValidator(),
        new UnknownParamValidator(new UnmarkedValues(fit)),
        new MissingParamValidator(),
        new ParamTypeValidator(fit),
        new UnreadTreatmentParamValidator(new UnmarkedValues(fit)),
        new ShadowedTreatmentParamValidator(),
        new ReservedParameterValidator(),
        new MetricNameValidator(),
        new StepSignatureValidator(),
        new SourceSignatureValidator(),
        new ResourceSignatureValidator(),
        new ResourceCycleValidator(),
        new AmbiguousResourceValidator(),
        new RankerSignatureValidator(),
        new TypeVariableValidator(fit),
        new ThrownTypeValidator(types, elements),
        new CodecSignatureValidator(),
        new DirectoryValidator(),
        new VerifierSignatureValidator(),
        new OutputHandleValidator(),
        new StepChainValidator(fit),
        new WrittenTypeValidator(fit),
        new ReadTypeValidator(fit),
        new InaccessibleValidator(elements),
        new CycleValidator(),
        new ReplicateMismatchValidator(),
        new HypothesisMetricValidator(),
        new MetricGroupValidator(),
        new HypothesisWithoutTreatmentsValidator(),
        new GeneratedNameClashValidator(),
        new MisplacedAnnotationValidator(),
        new UnusedClassValidator(),
        new UnmarkedMethodValidator());
  }
}
