package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code datasource}: a map, or a list of maps merged in order, of which later ones win. */
final class DataSourcesReader {

  private final Scope scope;
  private final Scalars scalars;
  private final Map<String, DataSourceConfig> sources = new LinkedHashMap<>();

  DataSourcesReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
  }

  Optional<Located<List<DataSourceConfig>>> read(YamlNode node) {
    if (node instanceof Mapping mapping) {
      add(mapping);
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof Mapping mapping) {
          add(mapping);
        } else {
          scope.reportType(item, "an item of 'datasource'", "a map of aliases");
        }
      }
    } else {
      scope.reportType(node, "'datasource'", "a map of aliases or a list of such maps");
      return Optional.empty();
    }
    return Optional.of(new Located<>(List.copyOf(sources.values()), node.place()));
  }

  private void add(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      Located<String> alias = scalars.key(entry.key(), "the alias of a datasource");
      target(alias.value(), entry.value())
          .ifPresent(target -> sources.put(alias.value(), new DataSourceConfig(alias, target)));
    }
  }

  private Optional<SourceTarget> target(String alias, YamlNode node) {
    Optional<Located<String>> name = scalars.name(node, "the datasource '" + alias + "'");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String text = name.get().value();
    int hash = text.indexOf('#');
    if (hash < 0) {
      return Optional.of(new SourceTarget.Named(name.get()));
    }
    String experiment = text.substring(0, hash);
    String output = text.substring(hash + 1);
    if (experiment.isEmpty() || output.isEmpty()) {
      String missing = experiment.isEmpty() ? "experiment" : "output";
      scope.report(Message.REFERENCE_FORM, node.place(), text, missing);
      return Optional.empty();
    }
    return Optional.of(new SourceTarget.Reference(node.place(), experiment, output));
  }
}
