package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code treatments}: a map of names to maps of parameters. */
final class TreatmentsReader {

  private final Scope scope;
  private final Scalars scalars;
  private final ValueReader values;

  TreatmentsReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
    this.values = new ValueReader(scope);
  }

  List<TreatmentConfig> read(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      scope.reportType(node, "'treatments'", "a map of treatments");
      return List.of();
    }
    List<TreatmentConfig> treatments = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Located<String> name = scalars.key(entry.key(), "a treatment");
      treatments.add(new TreatmentConfig(name, settings(name.value(), entry.value())));
    }
    return treatments;
  }

  private List<Setting> settings(String treatment, YamlNode node) {
    if (node instanceof Mapping mapping) {
      return values.settings(mapping);
    }
    boolean isNull = node instanceof Scalar scalar && scalar.type() == CoreType.NULL;
    // A name that cannot be one is what is wrong of the two, as where the ':' behind it is missing.
    if (!isNull && Names.problemWithCondition(treatment).isEmpty()) {
      scope.reportType(node, "the treatment '" + treatment + "'", "a map of parameters");
    }
    return List.of();
  }
}
