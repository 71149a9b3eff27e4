package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Mapping;
import java.util.List;

/** Reads {@code cli}. */
final class CliReader {

  private static final List<String> KEYS = List.of("group", "priority", "icon", "color", "hidden");

  private final Scope scope;
  private final Scalars scalars;

  CliReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
  }

  CliConfig read(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      scope.reportType(node, "'cli'", "a map");
      return CliConfig.NONE;
    }
    Keys keys = Keys.check(mapping, KEYS, "'cli'", scope);
    return new CliConfig(
        keys.get("group").flatMap(group -> scalars.text(group, "'group'")),
        keys.get("priority").flatMap(priority -> scalars.integer(priority, "'priority'")),
        keys.get("icon").flatMap(icon -> scalars.text(icon, "'icon'")),
        keys.get("color").flatMap(color -> scalars.text(color, "'color'")),
        keys.get("hidden").flatMap(hidden -> scalars.truth(hidden, "'hidden'")));
  }
}
