package dev.crystallize.runtime.config;

import java.util.List;

/**
 * The text of every diagnostic. A template names its arguments in braces; they are filled in the
 * order of their first appearance, and control characters in them are escaped.
 */
public enum Message {
  // finding and reading
  CONFIG_NOT_FOUND(DiagnosticId.CONFIG_NOT_FOUND, "no config.yaml for experiment '{experiment}'"),
  CONFIG_OPTION(DiagnosticId.CONFIG_NOT_FOUND, "no config.yaml can be found: {reason}"),
  CONFIG_UNREADABLE(DiagnosticId.CONFIG_UNREADABLE, "the file cannot be read: {reason}"),
  CONFIG_NOT_UTF8(DiagnosticId.CONFIG_UNREADABLE, "the file is not UTF-8; save it as UTF-8"),
  SYNTAX(DiagnosticId.CONFIG_SYNTAX, "this is not YAML: {problem}"),
  UNPRINTABLE_CHARACTER(
      DiagnosticId.CONFIG_SYNTAX, "the character {character} is not allowed in YAML"),
  UNDEFINED_ALIAS(
      DiagnosticId.CONFIG_SYNTAX, "no anchor '&{alias}' stands before the alias '*{alias}'"),
  RECURSIVE_ALIAS(
      DiagnosticId.CONFIG_SYNTAX, "the alias '*{alias}' stands inside its own anchor '&{alias}'"),
  SECOND_DOCUMENT(
      DiagnosticId.CONFIG_SYNTAX, "a second document starts here; a config is one document"),
  KEY_IS_NO_NAME(DiagnosticId.CONFIG_SYNTAX, "a key must be a name, but is {found}"),
  TAG(DiagnosticId.CONFIG_SYNTAX, "the tag '{tag}' is not allowed; write the value without it"),
  DUPLICATE_KEY(
      DiagnosticId.CONFIG_DUPLICATE_KEY, "'{key}' is given twice, the first time in line {line}"),
  SWEPT_TWICE(DiagnosticId.CONFIG_DUPLICATE_KEY, "the sweep of '{key}' holds {value} twice"),
  TESTED_TWICE(
      DiagnosticId.CONFIG_DUPLICATE_KEY,
      "'{verifier}' tests {metrics} twice in the same way, the first time in line {line}"),
  UNKNOWN_KEY(DiagnosticId.CONFIG_UNKNOWN_KEY, "'{key}' is not a key of {owner}"),
  TYPE(DiagnosticId.CONFIG_TYPE, "{what} must be {expected}, but is {found}"),
  STEP_OF_SEVERAL_KEYS(
      DiagnosticId.CONFIG_TYPE,
      "a step is one name with its parameters below it, but beside '{first}' stands '{second}';"
          + " indent it further or make it a step of its own"),
  MISSING_KEY(DiagnosticId.CONFIG_TYPE, "{what} has no '{key}'"),
  REFERENCE_FORM(
      DiagnosticId.CONFIG_TYPE,
      "'{text}' names no {missing}; a reference has the form 'experiment#output'"),
  NUMBER_TOO_LARGE(DiagnosticId.CONFIG_TYPE, "the number {text} is too large for {what}"),
  QUOTE(
      DiagnosticId.CONFIG_QUOTE,
      "'{text}' without quotes is {python} to the Python tools; write {remedy}"),
  QUOTE_NAME(
      DiagnosticId.CONFIG_QUOTE,
      "'{text}' without quotes is {kind}, but {what} must be a name; write \"{text}\""),
  FILE_TOO_LARGE(DiagnosticId.CONFIG_TOO_LARGE, "the file is larger than 1 MiB"),
  TOO_DEEP(DiagnosticId.CONFIG_TOO_LARGE, "the file is nested more than {limit} levels deep"),
  TOO_MANY_NODES(
      DiagnosticId.CONFIG_TOO_LARGE,
      "the file holds more than {limit} keys and values, aliases expanded"),
  TOO_MANY_TREATMENTS(
      DiagnosticId.CONFIG_TOO_LARGE, "the sweep makes {count} treatments, more than {limit}"),

  // names
  UNKNOWN_STEP(DiagnosticId.UNKNOWN_STEP, "no step '{step}' in {classes}"),
  UNKNOWN_DATASOURCE(DiagnosticId.UNKNOWN_DATASOURCE, "no datasource '{datasource}' in {classes}"),
  UNKNOWN_WRITER(DiagnosticId.UNKNOWN_WRITER, "no writer '{writer}' in {classes}"),
  UNKNOWN_LOADER(DiagnosticId.UNKNOWN_LOADER, "no loader '{loader}' in {classes}"),
  UNKNOWN_VERIFIER(DiagnosticId.UNKNOWN_VERIFIER, "no verifier '{verifier}' in {classes}"),
  UNKNOWN_OUTPUT(
      DiagnosticId.UNKNOWN_OUTPUT,
      "step '{step}' writes '{output}', which is not an output of '{experiment}'"),
  UNKNOWN_INPUT(
      DiagnosticId.UNKNOWN_INPUT,
      "step '{step}' reads '{input}', which is not an input of '{experiment}'"),
  MISSING_ARTIFACT(DiagnosticId.MISSING_ARTIFACT, "'{experiment}' has no output '{output}'"),
  UNKNOWN_EXPERIMENT(DiagnosticId.UNKNOWN_EXPERIMENT, "no experiment '{experiment}'"),
  DUPLICATE_EXPERIMENT(
      DiagnosticId.DUPLICATE_EXPERIMENT, "two experiments are named '{experiment}': {places}"),
  EXPERIMENT_NAME(DiagnosticId.EXPERIMENT_NAME, "'{name}' cannot name an experiment: {reason}"),
  UNUSED_OUTPUT(DiagnosticId.UNUSED_OUTPUT, "no step writes the output '{output}'"),
  OUTPUT_WRITTEN_TWICE(
      DiagnosticId.OUTPUT_WRITTEN_TWICE, "the output '{output}' is written by {steps}"),
  UNUSED_INPUT(DiagnosticId.UNUSED_INPUT, "no step reads the input '{input}'"),

  PARAMETER_NAME(
      DiagnosticId.PARAMETER_NAME,
      "the class file of {class} does not name the parameters of '{method}'; compile {class} with"
          + " -parameters, or write their names as in @{annotation}(\"{example}\")"),

  // values
  UNKNOWN_PARAM(DiagnosticId.UNKNOWN_PARAM, "{owner} has no parameter '{param}'"),
  MISSING_PARAM(
      DiagnosticId.MISSING_PARAM, "nothing gives the parameter '{param}' of {owner} a value"),
  PARAM_TYPE(
      DiagnosticId.PARAM_TYPE, "the parameter '{param}' of {owner} takes {expected}, not {found}"),
  UNREAD_TREATMENT_PARAM(
      DiagnosticId.UNREAD_TREATMENT_PARAM,
      "treatment '{treatment}' sets '{param}', which nothing in '{experiment}' reads"),
  SHADOWED_TREATMENT_PARAM(
      DiagnosticId.SHADOWED_TREATMENT_PARAM,
      "treatment '{treatment}' sets '{param}', but {steps} fixes it"),
  RESERVED_KEY(DiagnosticId.RESERVED_KEY, "'{key}' cannot be a parameter: {reason}"),
  TREATMENT_NAME(DiagnosticId.TREATMENT_NAME, "'{name}' cannot name a treatment: {reason}"),
  OUTPUT_NAME(DiagnosticId.OUTPUT_FILE_NAME, "'{name}' cannot name an output: {reason}"),
  OUTPUT_FILE_NAME(DiagnosticId.OUTPUT_FILE_NAME, "'{name}' cannot name a file: {reason}"),
  OUTPUT_FILE_COLLISION(
      DiagnosticId.OUTPUT_FILE_COLLISION,
      "the outputs '{first}' and '{second}' have the same file '{file}'"),
  REPLICATES(DiagnosticId.REPLICATES, "replicates must be at least 1, but is {replicates}"),
  METRIC_NAME(DiagnosticId.METRIC_NAME, "'{name}' cannot name a metric: {reason}"),

  // graph
  CYCLE(DiagnosticId.CYCLE, "the experiments need each other: {path}"),
  REPLICATE_MISMATCH(
      DiagnosticId.REPLICATE_MISMATCH,
      "'{experiment}' reads {first} replicates of '{upstream}' and {second} of '{other}'"),
  HYPOTHESIS_METRIC(
      DiagnosticId.HYPOTHESIS_METRIC, "no step of '{experiment}' records the metric '{metric}'"),
  METRICS_TOGETHER(
      DiagnosticId.HYPOTHESIS_METRIC,
      "verifier '{verifier}' tests one metric at a time, not {metrics} together"),
  HYPOTHESIS_WITHOUT_TREATMENTS(
      DiagnosticId.HYPOTHESIS_WITHOUT_TREATMENTS,
      "'{experiment}' has no treatment to compare with the baseline"),

  // names, told by the rules of the graph
  AMBIGUOUS_NAME(DiagnosticId.AMBIGUOUS_NAME, "the {kind} '{name}' may be any of {candidates}"),
  AMBIGUOUS_BY_TYPE(
      DiagnosticId.AMBIGUOUS_NAME,
      "the output '{output}' has several {kind}s for {type}: {candidates}; name one"),
  AMBIGUOUS_RESOURCE(
      DiagnosticId.AMBIGUOUS_NAME, "{parameter} may be given any of the resources {candidates}"),
  AMBIGUOUS_RANKER(
      DiagnosticId.AMBIGUOUS_NAME,
      "the hypothesis '{hypothesis}' may be ranked by any of {candidates};"
          + " name one like the hypothesis"),
  MISSING_WRITER(
      DiagnosticId.MISSING_WRITER,
      "nothing can write {type} to the output '{output}' of '{experiment}'; add a writer for it"),
  UNUSED_STEP(DiagnosticId.UNUSED_STEP, "no experiment of {class} lists the step '{step}'"),
  UNKNOWN_FILE(
      DiagnosticId.UNKNOWN_FILE,
      "there is no class path resource '{file}', which datasource '{datasource}' reads"),
  NO_FILE_NAME(
      DiagnosticId.UNKNOWN_FILE,
      DiagnosticKind.ERROR,
      "'{file}', which datasource '{datasource}' reads, names no file"),
  UNUSED_CODE(DiagnosticId.UNUSED_CODE, "no experiment of {class} uses the {kind} '{name}'"),
  UNUSED_CLASS(DiagnosticId.UNUSED_CODE, "no experiment of {class} uses anything of {other}"),
  UNREAD_UPSTREAM(DiagnosticId.UNUSED_CODE, "no experiment of {class} reads from {other}"),
  FORGOTTEN_EXPERIMENT(
      DiagnosticId.UNUSED_CODE,
      "no experiment reads {path}, for the class {class} is not marked @Experiment"),
  UNMARKED_METHOD(
      DiagnosticId.UNUSED_CODE,
      "nothing uses {method}, which has {annotation} but is not marked @Step"),

  // values, told by the rules of the graph
  PARAM_NOT_READABLE(
      DiagnosticId.PARAM_TYPE,
      "the parameter '{param}' of {owner} has a type that a configuration cannot give: {reason}"),
  PARAM_DEFAULT(
      DiagnosticId.PARAM_TYPE,
      "the default of parameter '{param}' of {owner} must be {expected}, not {found}"),
  CONTEXT_MAY_READ_TREATMENT_PARAM(
      DiagnosticId.UNREAD_TREATMENT_PARAM,
      DiagnosticKind.WARNING,
      "treatment '{treatment}' sets '{param}', which only a Context in '{experiment}' can read"),
  METRIC_TWICE(DiagnosticId.METRIC_NAME, "the metric '{metric}' is recorded by {steps}"),

  // types, told by the rules of the graph
  STEP_WITHOUT_DATA(
      DiagnosticId.STEP_CHAIN,
      "step '{step}' takes data as '{parameter}', but '{experiment}' has no datasource"),
  STEP_CHAIN(
      DiagnosticId.STEP_CHAIN, "step '{step}' takes {wanted} as data, but {giver} gives {given}"),
  WRITER_TYPE(
      DiagnosticId.ARTIFACT_TYPE,
      "step '{step}' writes {given} to '{output}', but the writer {writer} takes {wanted}"),
  READER_TYPE(
      DiagnosticId.ARTIFACT_TYPE,
      "step '{step}' reads '{input}' as {wanted}, but {giver} gives {given}"),
  NO_LOADER(
      DiagnosticId.ARTIFACT_TYPE,
      "step '{step}' reads '{input}' as {wanted},"
          + " but the output '{output}' of '{experiment}' has no loader"),
  READS_DIRECTORY(
      DiagnosticId.ARTIFACT_TYPE,
      "step '{step}' reads '{input}' as {wanted}, but the output '{output}' of '{experiment}' is a"
          + " directory; read it as a Path"),
  SECOND_DATA(
      DiagnosticId.STEP_SIGNATURE,
      "step '{step}' can take one parameter as data, not both '{first}' and '{second}'"),
  SOURCE_PARAMETER(
      DiagnosticId.STEP_SIGNATURE,
      "the parameter '{parameter}' of datasource '{datasource}' is nothing a datasource is given"),
  RESOURCE_PARAMETER(
      DiagnosticId.STEP_SIGNATURE,
      "the parameter '{parameter}' of resource '{resource}' is nothing a resource is given"),
  RESOURCE_WITHOUT_VALUE(
      DiagnosticId.STEP_SIGNATURE,
      "the resource '{resource}' returns {type}, which is no object that tasks could share"),
  RESOURCE_CONCURRENCY(
      DiagnosticId.STEP_SIGNATURE,
      "the concurrency of resource '{resource}' must be at least 1, but is {concurrency}"),
  SOURCE_WITHOUT_VALUE(
      DiagnosticId.STEP_SIGNATURE, "the datasource '{datasource}' returns nothing"),
  TYPE_VARIABLE(
      DiagnosticId.STEP_SIGNATURE,
      "{owner} has a type variable in its signature, in {type}; write a type of its own"),
  STEP_THROWS(
      DiagnosticId.STEP_SIGNATURE,
      "{owner} throws {type}, which is no Exception; declare what it really throws"),
  RAW_STEP_RESULT(
      DiagnosticId.STEP_SIGNATURE,
      "step '{step}' returns a StepResult that does not say of what; write StepResult<T>"),
  TYPE_TOO_LATE(
      DiagnosticId.STEP_SIGNATURE,
      "{class} names a type that another processor writes too late; put that type, or what it is"
          + " written from, into a module of its own"),
  MISPLACED_ANNOTATION(
      DiagnosticId.STEP_SIGNATURE, "{owner} is marked {annotation}, which does nothing there"),
  METRIC_WITHOUT_NUMBER(
      DiagnosticId.STEP_SIGNATURE,
      "step '{step}' is @Metric, but {type} is neither a number nor a record that holds one"),
  WRITER_SIGNATURE(DiagnosticId.WRITER_SIGNATURE, "{method} has none of the shapes of a writer"),
  LOADER_SIGNATURE(DiagnosticId.LOADER_SIGNATURE, "{method} has none of the shapes of a loader"),
  DIRECTORY_WRITER(
      DiagnosticId.WRITER_SIGNATURE,
      "the output '{output}' is a directory, but {writer} writes one file; it needs a writer"
          + " void f(T, Path)"),
  FILE_WRITER(
      DiagnosticId.WRITER_SIGNATURE,
      "the output '{output}' is one file, but {writer} fills a directory; say 'kind: directory'"),
  DIRECTORY_LOADER(
      DiagnosticId.LOADER_SIGNATURE,
      "the output '{output}' is a directory, but {loader} reads one file; it needs a loader"
          + " T f(Path)"),
  WRITER_THROWS(
      DiagnosticId.WRITER_SIGNATURE,
      "{owner} throws {type}, which is no Exception; declare what it really throws"),
  LOADER_THROWS(
      DiagnosticId.LOADER_SIGNATURE,
      "{owner} throws {type}, which is no Exception; declare what it really throws"),
  VERIFIER_THROWS(
      DiagnosticId.VERIFIER_SIGNATURE,
      "{owner} throws {type}, which is no Exception; declare what it really throws"),
  VERIFIER_SIGNATURE(
      DiagnosticId.VERIFIER_SIGNATURE, "{method} does not have the shape of a verifier"),
  RANKER_SIGNATURE(DiagnosticId.VERIFIER_SIGNATURE, "{method} does not have the shape of a ranker"),
  OUTPUT_WITHOUT_TYPE(
      DiagnosticId.OUTPUT_HANDLE,
      "the output '{parameter}' of step '{step}' does not say what is written; write Output<T>"),
  VOID_ARTIFACT(
      DiagnosticId.OUTPUT_HANDLE,
      "step '{step}' is @Artifact but returns nothing that could be written to '{output}'"),
  INACCESSIBLE(
      DiagnosticId.INACCESSIBLE, "{element} {reason}, so {graph} cannot {use} it; {remedy}"),

  // graph, told by the rules of the graph
  RESOURCE_CYCLE(DiagnosticId.CYCLE, "the resources need each other: {path}"),
  SELF_CYCLE(DiagnosticId.CYCLE, "'{experiment}' reads its own output"),
  REPLICATES_DIVERGE(
      DiagnosticId.REPLICATE_MISMATCH,
      "replicate {replicate} of '{experiment}' would read replicate {first} of '{ancestor}'"
          + " by '{alias}' and replicate {second} by '{other}'"),
  GENERATED_NAME_CLASH(
      DiagnosticId.GENERATED_NAME_CLASH, "{first} and {second} would both be {name} in {type}"),
  GRAPH_OF_EARLIER_BUILD(
      DiagnosticId.GENERATED_NAME_CLASH,
      "this compiler does not write {name} anew while a class file of it is there; delete what an"
          + " earlier build left in the class output"),

  // across builds, and while running
  UPSTREAM_NOT_LISTED(
      DiagnosticId.UPSTREAM_NOT_LISTED,
      "'{experiment}' is known only through '{other}'; add its class to upstream in @Experiment"),
  STALE_DESCRIPTOR(DiagnosticId.STALE_DESCRIPTOR, "{class} cannot be read from: {reason}"),
  INTERNAL(
      DiagnosticId.INTERNAL,
      "a defect of Crystallize, not of your code; please report it: {failure}"),
  WIRING_CHANGED(
      DiagnosticId.WIRING_CHANGED,
      "{path}: {difference} since it was compiled; run mvn compile, or use"
          + " ExperimentGraph.fromYaml to run it as it is now");

  private final DiagnosticId id;
  private final DiagnosticKind kind;
  private final String template;

  Message(DiagnosticId id, String template) {
    this(id, id.kind(), template);
  }

  Message(DiagnosticId id, DiagnosticKind kind, String template) {
    this.id = id;
    this.kind = kind;
    this.template = template;
  }

  /** Returns the id that diagnostics with this text carry. */
  public DiagnosticId id() {
    return id;
  }

  /** Returns whether diagnostics with this text are errors or warnings. */
  public DiagnosticKind kind() {
    return kind;
  }

  /** Returns the names of the arguments, in the order in which they are to be given. */
  public List<String> argumentNames() {
    return Template.of(template).names();
  }

  /**
   * Returns the text with the arguments put in.
   *
   * @throws IllegalArgumentException if the number of arguments is not that of the template
   */
  String text(List<String> arguments) {
    return Template.of(template).fill(arguments);
  }
}
