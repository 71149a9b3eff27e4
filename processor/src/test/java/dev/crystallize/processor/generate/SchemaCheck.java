package dev.crystallize.processor.generate;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crystallize.processor.harness.Compilation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Checks YAML with a schema, as an editor does. */
final class SchemaCheck {

  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  static SchemaCheck of(String schema) {
    return new SchemaCheck(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(schema, InputFormat.JSON));
  }

  /** Returns the check of an experiment's configuration. */
  static SchemaCheck of(Compilation compilation, String experiment) {
    byte[] text = compilation.output().get(SchemaGenerator.FOLDER + experiment + ".schema.json");
    return of(new String(text, StandardCharsets.US_ASCII));
  }

  /** Returns the keys and values of which the schema says this. */
  Set<String> describedAs(String words) {
    Set<String> keys = new TreeSet<>();
    collect(schema.getSchemaNode(), words, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String words, String key, Set<String> keys) {
    if (node.path("description").asString("").contains(words)) {
      keys.add(node.path("enum").path(0).asString(key));
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      collect(property.getValue(), words, property.getKey(), keys);
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, words, key, keys));
    }
  }

  List<String> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }
}
