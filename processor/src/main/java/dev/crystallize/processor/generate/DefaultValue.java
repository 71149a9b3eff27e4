package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.TreatmentConfig;
import dev.crystallize.runtime.config.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The value that {@code @Param(defaultValue)} states: for a {@code String} the text itself. */
final class DefaultValue {

  private DefaultValue() {}

  static Optional<Value> of(ParameterModel.Param param) {
    return param.defaultValue().flatMap(text -> parse(param.codec(), text));
  }

  private static Optional<Value> parse(CodecModel codec, String text) {
    if (codec instanceof CodecModel.Scalar scalar && scalar.kind() == CodecModel.Kind.STRING) {
      return Optional.of(new Value.Text(new Place("@Param", 1, 1), text));
    }
    String yaml = "treatments: {baseline: {value: " + text + "}}";
    ExperimentConfig config = new ConfigReader().readInline("default", "@Param", yaml).config();
    return config.treatments().stream()
        .flatMap(treatment -> treatment.settings().stream())
        .map(Setting::value)
        .findFirst();
  }
}
