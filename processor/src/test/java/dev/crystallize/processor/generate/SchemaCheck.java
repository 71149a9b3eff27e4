package dev.crystallize.processor.generate;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crystallize.processor.harness.Compilation;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

  List<String> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }
}
