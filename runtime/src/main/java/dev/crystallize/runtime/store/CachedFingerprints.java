package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for each condition's digest once. */
public final class CachedFingerprints implements TaskFingerprints {

  private record Place(String experiment, String condition) {}

  private final TaskFingerprints source;
  private final Map<Place, String> bases = new ConcurrentHashMap<>();

  /** Keeps what a source says. */
  public CachedFingerprints(TaskFingerprints source) {
    this.source = source;
  }

  @Override
  public String base(String experiment, String condition) {
    return bases.computeIfAbsent(
        new Place(experiment, condition), place -> source.base(experiment, condition));
  }

  @Override
  public boolean accepts(String experiment, String condition, List<Definition> before) {
    return source.accepts(experiment, condition, before);
  }
}
