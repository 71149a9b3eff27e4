package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All code that the configuration of an experiment may name, whether or not it did when it was
 * compiled, with the types that its checks need. Generated code fills it when {@link
 * ExperimentGraph#fromYaml} asks; nothing else pays for it.
 */
public final class CodeCatalog {

  private final List<CatalogStep> steps = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Verifier> verifiers = new ArrayList<>();
  private final List<RankerCode> rankers = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private final List<Loader> loaders = new ArrayList<>();
  private final Map<Type, Codec<?>> codecs = new LinkedHashMap<>();
  private final Map<String, CompiledOutput> outputs = new LinkedHashMap<>();
  private Optional<Class<?>> home = Optional.empty();

  CodeCatalog() {}

  /** The code of what the configuration of a node may name. */
  static CodeCatalog of(ExperimentNode node) {
    CodeCatalog catalog = new CodeCatalog();
    Optional<Consumer<CodeCatalog>> generated = node.origin().flatMap(Origin::catalog);
    if (generated.isPresent()) {
      generated.get().accept(catalog);
    } else {
      BuiltCode.list(node, catalog);
    }
    return catalog;
  }

  /**
   * A datasource.
   *
   * @param name its canonical name
   * @param gives the type of its values
   * @param code makes what stands under an alias
   */
  record Source(String name, Type gives, Function<String, Feed.Own> code) {}

  /**
   * A verifier.
   *
   * @param name its canonical name
   * @param code makes a hypothesis of that name without metrics
   */
  record Verifier(String name, Function<String, HypothesisCode> code) {}

  /** A writer, with the type it takes. */
  record Writer(String name, Type takes, ArtifactWriter<?> code) {}

  /** A loader, with the type it gives. */
  record Loader(String name, Type gives, ArtifactLoader<?> code) {}

  /**
   * An output as it was compiled.
   *
   * @param written the type that is written
   * @param read the type that its loader gives; empty if nothing can read it back
   */
  record CompiledOutput(Type written, Optional<Type> read) {}

  /**
   * Adds a step that makes new data.
   *
   * @param name its canonical name
   * @param gives the type of the data it makes
   * @param step declares what it needs and returns its body
   * @param <T> what it takes as data
   * @param <R> what it gives, boxed
   * @return what else there is to say of it
   */
  @SuppressWarnings("unchecked") // a pipeline hands each body what was checked against its type
  public <T, R> CatalogStep step(String name, Type gives, Function<StepSpec, StepBody<T, R>> step) {
    return generated(
        new CatalogStep(
            name, Optional.of(gives), spec -> (StepBody<Object, Object>) step.apply(spec)));
  }

  /**
   * Adds a step that hands on the data it was given.
   *
   * @param name its canonical name
   * @param step declares what it needs and returns its body
   * @param <T> what it takes as data
   * @return what else there is to say of it
   */
  @SuppressWarnings("unchecked") // a pipeline hands each body what was checked against its type
  public <T> CatalogStep passing(String name, Function<StepSpec, PassingBody<T>> step) {
    return generated(
        new CatalogStep(
            name,
            Optional.empty(),
            spec -> {
              PassingBody<Object> body = (PassingBody<Object>) step.apply(spec);
              return (context, data) -> {
                body.run(context, data);
                return data;
              };
            }));
  }

  private CatalogStep generated(CatalogStep step) {
    if (home.isEmpty()) {
      home = NodeCode.caller(Set.of(CodeCatalog.class));
    }
    add(step);
    return step;
  }

  /**
   * Adds a datasource.
   *
   * @param name its canonical name
   * @param gives the type of its values
   * @param source declares what it needs and returns its body
   */
  public void dataSource(
      String name, Type gives, Function<StepSpec, ? extends SourceBody<?>> source) {
    add(
        new Source(
            name,
            gives,
            alias -> {
              StepSpec spec = new StepSpec();
              SourceBody<?> body = source.apply(spec);
              return new Feed.Own(alias, name, Declaration.of(spec), body);
            }));
  }

  /**
   * Adds a verifier.
   *
   * @param name its canonical name
   * @param verifier declares its parameters and returns its body
   */
  public void verifier(String name, Function<StepSpec, VerifierBody> verifier) {
    add(
        new Verifier(
            name,
            hypothesis -> {
              StepSpec spec = new StepSpec();
              VerifierBody body = verifier.apply(spec);
              return new HypothesisCode(
                  hypothesis,
                  name,
                  List.of(),
                  Correction.HOLM,
                  Declaration.of(spec),
                  body,
                  spec.ranker());
            }));
  }

  /**
   * Adds a ranker.
   *
   * @param name its canonical name
   * @param ranker weighs what a verifier found
   */
  public void ranker(String name, RankerBody ranker) {
    rankers.add(new RankerCode(name, ranker));
  }

  /**
   * Adds a writer.
   *
   * @param name its canonical name
   * @param takes the type it writes
   * @param writer the writer
   */
  public void writer(String name, Type takes, ArtifactWriter<?> writer) {
    writers.add(new Writer(name, takes, writer));
  }

  /**
   * Adds a loader.
   *
   * @param name its canonical name
   * @param gives the type it reads
   * @param loader the loader
   */
  public void loader(String name, Type gives, ArtifactLoader<?> loader) {
    loaders.add(new Loader(name, gives, loader));
  }

  /**
   * Says how values of a type that a step writes are spelt in JSON.
   *
   * @param type the type
   * @param codec how its values are spelt
   */
  public void json(Type type, Codec<?> codec) {
    codecs.put(type, codec);
  }

  /**
   * Says what an output was when it was compiled.
   *
   * @param alias the output's alias
   * @param written the type that its step writes
   * @param read the type that its loader gives
   */
  public void output(String alias, Type written, Type read) {
    outputs.put(alias, new CompiledOutput(written, Optional.of(read)));
  }

  /**
   * Says what an output was when it was compiled, that nothing can read back.
   *
   * @param alias the output's alias
   * @param written the type that its step writes
   */
  public void output(String alias, Type written) {
    outputs.put(alias, new CompiledOutput(written, Optional.empty()));
  }

  void add(CatalogStep step) {
    steps.add(step);
  }

  void add(Source source) {
    sources.add(source);
  }

  void add(Verifier verifier) {
    verifiers.add(verifier);
  }

  /** The class that lists the code, and holds what its node does not. */
  Optional<Class<?>> home() {
    return home;
  }

  /** Whether the types of the code are known. */
  boolean isTyped() {
    return home.isPresent();
  }

  List<CatalogStep> steps() {
    return steps;
  }

  List<Source> sources() {
    return sources;
  }

  List<Verifier> verifiers() {
    return verifiers;
  }

  List<RankerCode> rankers() {
    return rankers;
  }

  List<Writer> writers() {
    return writers;
  }

  List<Loader> loaders() {
    return loaders;
  }

  Optional<Codec<?>> codec(Type type) {
    return Optional.ofNullable(codecs.get(type));
  }

  Optional<CompiledOutput> output(String alias) {
    return Optional.ofNullable(outputs.get(alias));
  }
}
