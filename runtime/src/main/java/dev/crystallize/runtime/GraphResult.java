package dev.crystallize.runtime;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** What became of a run: the result of each experiment by its name, upstream ones first. */
public final class GraphResult extends AbstractMap<String, Result> {

  private final Map<String, Result> results;

  GraphResult(Map<String, Result> results) {
    this.results = results;
  }

  @Override
  public Result get(Object name) {
    Result result = results.get(name);
    if (result == null) {
      throw new IllegalArgumentException("there is no experiment '" + name + "'");
    }
    return result;
  }

  @Override
  public Set<Entry<String, Result>> entrySet() {
    return results.entrySet();
  }
}
