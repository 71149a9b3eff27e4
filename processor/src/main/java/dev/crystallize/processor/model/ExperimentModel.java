package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * An experiment of this compilation, as far as its class and configuration could be understood.
 *
 * @param root the class, of the current round
 * @param rootName the canonical name of that class
 * @param packageName the name of its package; empty for the unnamed one
 * @param generatedName the simple name of the generated type
 * @param place the literal in {@code @Experiment} that names the folder, else the annotation: where
 *     mistakes of the configuration are put
 * @param file the configuration; one of which every part is broken if there is none
 * @param inline whether the configuration stands in {@code @Experiment}
 * @param scope the methods it may use
 * @param sources the entries of {@code datasource}
 * @param pipeline the entries of {@code steps}, or every step of the class
 * @param outputs the entries of {@code outputs}
 * @param hypotheses the entries of {@code hypotheses}
 * @param formats how JSON is made of each type that a step in scope writes, where it can be made
 * @param upstream the qualified names of the graphs it reads from, each once
 * @param listedUpstream the qualified names of the graphs that {@code @Experiment(upstream)} brings
 * @param typesKnown whether every type in the signatures of what it uses exists in this round
 * @param isBroken whether something was reported that makes its outputs unreliable
 */
public record ExperimentModel(
    TypeElement root,
    String rootName,
    String packageName,
    String generatedName,
    ElementPlace place,
    ConfigFile file,
    boolean inline,
    Scope scope,
    List<SourceModel> sources,
    List<PipelineEntry> pipeline,
    List<OutputModel> outputs,
    List<HypothesisModel> hypotheses,
    List<CodecModel> formats,
    List<String> upstream,
    List<String> listedUpstream,
    boolean typesKnown,
    boolean isBroken)
    implements GraphNode {

  /** Copies the lists. */
  public ExperimentModel {
    sources = List.copyOf(sources);
    pipeline = List.copyOf(pipeline);
    outputs = List.copyOf(outputs);
    hypotheses = List.copyOf(hypotheses);
    formats = List.copyOf(formats);
    upstream = List.copyOf(upstream);
    listedUpstream = List.copyOf(listedUpstream);
  }

  /** Returns what its configuration says. */
  public ExperimentConfig config() {
    return file.config();
  }

  @Override
  public String name() {
    return config().name();
  }

  @Override
  public String folder() {
    return config().folder();
  }

  @Override
  public String graphClass() {
    return packageName.isEmpty() ? generatedName : packageName + "." + generatedName;
  }

  /** Returns the steps that resolve, in pipeline order. */
  public List<StepModel> steps() {
    return pipeline.stream().flatMap(entry -> entry.resolved().stream()).toList();
  }

  /** Returns the entry of {@code datasource} with this alias. */
  public Optional<SourceModel> source(String alias) {
    return sources.stream().filter(source -> source.alias().equals(alias)).findFirst();
  }

  /** Returns the entry of {@code outputs} with this alias. */
  public Optional<OutputModel> output(String alias) {
    return outputs.stream().filter(output -> output.alias().equals(alias)).findFirst();
  }

  /** Returns the treatments besides the baseline. */
  public List<TreatmentConfig> treatments() {
    return config().treatments().stream()
        .filter(treatment -> !treatment.name().value().equals(TreatmentConfig.BASELINE))
        .toList();
  }

  /** Returns the values of the baseline. */
  public List<Setting> baseline() {
    return config().treatments().stream()
        .filter(treatment -> treatment.name().value().equals(TreatmentConfig.BASELINE))
        .flatMap(treatment -> treatment.settings().stream())
        .toList();
  }

  @Override
  public List<String> treatmentNames() {
    return treatments().stream().map(treatment -> treatment.name().value()).toList();
  }

  @Override
  public OptionalInt declaredReplicates() {
    return config()
        .replicates()
        .map(count -> OptionalInt.of(count.value()))
        .orElseGet(OptionalInt::empty);
  }

  @Override
  public List<String> outputAliases() {
    return outputs.stream().map(OutputModel::alias).toList();
  }

  @Override
  public Optional<TypeMirror> readType(String alias) {
    return output(alias).flatMap(OutputModel::read);
  }

  @Override
  public boolean isDirectory(String alias) {
    return output(alias).filter(OutputModel::isDirectory).isPresent();
  }

  /** Returns whether all that its configuration and code name was found. */
  public boolean isLinked() {
    return sources.stream().allMatch(SourceModel::isFound)
        && pipeline.stream().allMatch(entry -> entry.resolved().isPresent())
        && steps().stream().allMatch(StepModel::isLinked)
        && hypotheses.stream().allMatch(hypothesis -> hypothesis.verifier().isFound());
  }

  /** Returns this experiment marked as broken. */
  public ExperimentModel broken() {
    return new ExperimentModel(
        root,
        rootName,
        packageName,
        generatedName,
        place,
        file,
        inline,
        scope,
        sources,
        pipeline,
        outputs,
        hypotheses,
        formats,
        upstream,
        listedUpstream,
        typesKnown,
        true);
  }
}
