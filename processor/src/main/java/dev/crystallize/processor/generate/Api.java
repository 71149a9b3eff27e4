package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;

/**
 * The types that generated code calls. They are named, not loaded: the processor must work without
 * the runtime behind it.
 */
final class Api {

  private static final String RUNTIME = "dev.crystallize.runtime";

  static final ClassName ARTIFACT_LOADER = runtime("ArtifactLoader");
  static final ClassName ARTIFACT_REF = runtime("ArtifactRef");
  static final ClassName ARTIFACT_WRITER = runtime("ArtifactWriter");
  static final ClassName CODEC = codec("Codec");
  static final ClassName CODE_CATALOG = runtime("CodeCatalog");
  static final ClassName CORRECTION = runtime("Correction");
  static final ClassName CODEC_FIELD = codec("CodecField");
  static final ClassName CODEC_FIELDS = codec("CodecFields");
  static final ClassName CODEC_VALUES = codec("CodecValues");
  static final ClassName CODEC_VARIANT = codec("CodecVariant");
  static final ClassName DEBUGGED_TASK = runtime("DebuggedTask");
  static final ClassName EXPERIMENT_DESCRIPTOR = runtime("ExperimentDescriptor");
  static final ClassName EXPERIMENT_GRAPH = runtime("ExperimentGraph");
  static final ClassName EXPERIMENT_NODE = runtime("ExperimentNode");
  static final ClassName EXPERIMENT_NODE_PROVIDER = runtime("ExperimentNodeProvider");
  static final ClassName GENERIC_TYPE = runtime("GenericType");
  static final ClassName GRAPH_RESULT = runtime("GraphResult");
  static final ClassName INPUT = runtime("Input");
  static final ClassName LAUNCHER = ClassName.get(RUNTIME + ".launch", "Launcher");
  static final ClassName OUTPUT_SLOT = runtime("OutputSlot");
  static final ClassName PASSING_BODY = runtime("PassingBody");
  static final ClassName RAW_FORM = runtime("RawForm");
  static final ClassName RESULT = runtime("Result");
  static final ClassName RESOURCE_BODY = runtime("ResourceBody");
  static final ClassName RUN_FAILED_EXCEPTION = runtime("RunFailedException");
  static final ClassName RUN_OPTIONS = runtime("RunOptions");
  static final ClassName SHARED_RESOURCE = runtime("SharedResource");
  static final ClassName SLOT = runtime("Slot");
  static final ClassName SOURCE_BODY = runtime("SourceBody");
  static final ClassName STEP_BODY = runtime("StepBody");
  static final ClassName STEP_RESULT = runtime("StepResult");
  static final ClassName STEP_SPEC = runtime("StepSpec");
  static final ClassName TASK_FAILED_EXCEPTION = runtime("TaskFailedException");
  static final ClassName VERIFIER_BODY = runtime("VerifierBody");

  private Api() {}

  private static ClassName codec(String name) {
    return ClassName.get(RUNTIME + ".codec", name);
  }

  private static ClassName runtime(String name) {
    return ClassName.get(RUNTIME, name);
  }
}
