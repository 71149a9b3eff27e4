package dev.crystallize.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All datasources and inputs of a task by alias, in order, each loaded when it is asked for. */
final class LazyInputs extends AbstractMap<String, Object> {

  private final List<String> aliases;
  private final Function<String, Object> load;

  LazyInputs(List<String> aliases, Function<String, Object> load) {
    this.aliases = List.copyOf(aliases);
    this.load = load;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String alias && aliases.contains(alias);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return key instanceof String alias && aliases.contains(alias) ? load.apply(alias) : null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return aliases.size();
      }

      @Override
      public Iterator<Entry<String, Object>> iterator() {
        Iterator<String> names = aliases.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return names.hasNext();
          }

          @Override
          public Entry<String, Object> next() {
            return new LazyEntry(names.next());
          }
        };
      }
    };
  }

  private final class LazyEntry implements Map.Entry<String, Object> {

    private final String alias;

    LazyEntry(String alias) {
      this.alias = alias;
    }

    @Override
    public String getKey() {
      return alias;
    }

    @Override
    public Object getValue() {
      return load.apply(alias);
    }

    @Override
    public Object setValue(Object value) {
      throw new UnsupportedOperationException("inputs cannot be changed");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Map.Entry<?, ?> entry
          && alias.equals(entry.getKey())
          && getValue().equals(entry.getValue());
    }

    @Override
    public int hashCode() {
      return alias.hashCode() ^ getValue().hashCode();
    }

    @Override
    public String toString() {
      return alias + "=" + getValue();
    }
  }
}
