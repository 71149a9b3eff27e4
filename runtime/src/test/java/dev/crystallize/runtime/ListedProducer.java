package dev.crystallize.runtime;

/** A generated graph as a service would list it. */
public final class ListedProducer implements ExperimentNodeProvider {

  private final CompiledChain chain = new CompiledChain();

  /** For the service loader. */
  public ListedProducer() {}

  @Override
  public ExperimentNode provide() {
    return chain.producer();
  }
}
