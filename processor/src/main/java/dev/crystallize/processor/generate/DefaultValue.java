package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Value;
import dev.crystallize.runtime.config.ValueParser;
import java.util.Optional;

/** The value that {@code @Param(defaultValue)} states: for a {@code String} the text itself. */
final class DefaultValue {

  private DefaultValue() {}

  static Optional<Value> of(ParameterModel.Param param) {
    return param.defaultValue().flatMap(text -> parse(param.codec(), text));
  }

  private static Optional<Value> parse(CodecModel codec, String text) {
    if (codec instanceof CodecModel.Scalar scalar && scalar.kind() == CodecModel.Kind.STRING) {
      return Optional.of(new Value.Text(new Place("defaultValue", 1, 1), text));
    }
    return new ValueParser().parse("", "defaultValue", text).value();
  }
}
