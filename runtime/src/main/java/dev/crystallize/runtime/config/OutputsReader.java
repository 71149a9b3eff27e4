package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code outputs}: a map of aliases to a file name or to a map that says more. */
final class OutputsReader {

  private static final List<String> KEYS = List.of("file_name", "writer", "loader", "kind");

  private final Scope scope;
  private final Scalars scalars;

  OutputsReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
  }

  List<OutputConfig> read(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      scope.reportType(node, "'outputs'", "a map of aliases");
      return List.of();
    }
    List<OutputConfig> outputs = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      outputs.add(output(scalars.key(entry.key(), "the alias of an output"), entry.value()));
    }
    return outputs;
  }

  private OutputConfig output(Located<String> alias, YamlNode node) {
    if (node instanceof Mapping mapping) {
      Keys keys = Keys.check(mapping, KEYS, "the output '" + alias.value() + "'", scope);
      return new OutputConfig(
          alias,
          keys.get("file_name").flatMap(file -> scalars.name(file, "'file_name'")),
          keys.get("writer").flatMap(writer -> scalars.name(writer, "'writer'")),
          keys.get("loader").flatMap(loader -> scalars.name(loader, "'loader'")),
          keys.get("kind").flatMap(this::kind));
    }
    Optional<Located<String>> file = Optional.empty();
    if (node instanceof Scalar scalar && !scalar.text().isEmpty()) {
      file = scalars.name(node, "the file of the output '" + alias.value() + "'");
    } else {
      scope.reportType(
          node, "the output '" + alias.value() + "'", "a file name, or a map such as {}");
    }
    return new OutputConfig(alias, file, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Optional<Located<OutputKind>> kind(YamlNode node) {
    for (OutputKind kind : OutputKind.values()) {
      if (node instanceof Scalar scalar
          && scalar.text().equals(kind.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(new Located<>(kind, node.place()));
      }
    }
    if (node.isSound()) {
      scope.reportType(node, "'kind'", "file or directory");
    }
    return Optional.empty();
  }
}
