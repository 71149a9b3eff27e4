package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ParameterModel.Declared;
import dev.crystallize.processor.model.YamlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tells the parameters of annotated methods apart. */
final class ParameterReader {

  private static final String OUTPUT = "dev.crystallize.runtime.Output";
  private static final String CONTEXT = "dev.crystallize.runtime.Context";
  private static final String METRICS = "dev.crystallize.runtime.Metrics";
  private static final String SAMPLES = "dev.crystallize.runtime.Samples";
  private static final String RANDOM = "java.util.random.RandomGenerator";

  private static final Set<String> STEP_TYPES = Set.of(CONTEXT, METRICS, RANDOM);
  private static final Set<String> SOURCE_TYPES = Set.of(CONTEXT, RANDOM);
  private static final Set<String> VERIFIER_TYPES = Set.of(SAMPLES, RANDOM);

  /** What a compiler calls a parameter of a class file that does not name it. */
  private static final Pattern NAMELESS = Pattern.compile("arg\\d+");

  private final Types types;
  private final CodecReader codecs;

  ParameterReader(Types types, CodecReader codecs) {
    this.types = types;
    this.codecs = codecs;
  }

  /** Reads the parameters of a step; the one that is nothing else is the data. */
  List<ParameterModel> ofStep(MethodModel method, boolean fromSource, List<MethodModel> resources) {
    List<ParameterModel> all = new ArrayList<>();
    for (Declared declared : declared(method, fromSource)) {
      VariableElement element = method.element().getParameters().get(declared.position());
      all.add(classify(declared, element, resources));
    }
    List<ParameterModel> unclaimed =
        all.stream().filter(ParameterModel.Unresolved.class::isInstance).toList();
    if (unclaimed.size() == 1) {
      ParameterModel data = unclaimed.get(0);
      all.set(data.position(), new ParameterModel.Data(data.declared()));
    }
    return all;
  }

  /** Reads the parameters of a datasource. */
  List<ParameterModel> ofSource(
      MethodModel method, boolean fromSource, List<MethodModel> resources) {
    return of(method, fromSource, SOURCE_TYPES, resources);
  }

  /** Reads the parameters of a verifier. */
  List<ParameterModel> ofVerifier(
      MethodModel method, boolean fromSource, List<MethodModel> resources) {
    return of(method, fromSource, VERIFIER_TYPES, resources);
  }

  /** Reads the parameters of a resource. */
  List<ParameterModel> ofResource(
      MethodModel method, boolean fromSource, List<MethodModel> resources) {
    return of(method, fromSource, Set.of(), resources);
  }

  private List<ParameterModel> of(
      MethodModel method, boolean fromSource, Set<String> allowed, List<MethodModel> resources) {
    List<ParameterModel> all = new ArrayList<>();
    for (Declared declared : declared(method, fromSource)) {
      all.add(orResource(paramOr(declared, method, allowed), resources));
    }
    return all;
  }

  private ParameterModel paramOr(Declared declared, MethodModel method, Set<String> allowed) {
    VariableElement element = method.element().getParameters().get(declared.position());
    return Mirror.of(element, Mirror.PARAM)
        .map(annotation -> param(declared, annotation))
        .orElseGet(() -> byType(declared, allowed));
  }

  private ParameterModel classify(
      Declared declared, VariableElement element, List<MethodModel> resources) {
    Optional<Mirror> param = Mirror.of(element, Mirror.PARAM);
    if (param.isPresent()) {
      return param(declared, param.get());
    }
    if (TypeFacts.is(declared.type(), OUTPUT)) {
      return new ParameterModel.OutputHandle(declared, TypeFacts.argument(declared.type()));
    }
    if (Mirror.isOn(element, Mirror.ARTIFACT)) {
      return new ParameterModel.Input(declared);
    }
    return orResource(byType(declared, STEP_TYPES), resources);
  }

  private ParameterModel param(Declared declared, Mirror annotation) {
    Optional<String> defaultValue =
        annotation.texts("defaultValue").stream()
            .findFirst()
            .filter(text -> !text.equals("\u0000"));
    return new ParameterModel.Param(declared, codecs.ofParam(declared.type()), defaultValue);
  }

  private static ParameterModel byType(Declared declared, Set<String> allowed) {
    String type = TypeFacts.nameOf(declared.type());
    return switch (allowed.contains(type) ? type : "") {
      case CONTEXT -> new ParameterModel.ContextParameter(declared);
      case METRICS -> new ParameterModel.MetricsParameter(declared);
      case RANDOM -> new ParameterModel.RandomParameter(declared);
      case SAMPLES -> new ParameterModel.SamplesParameter(declared);
      default -> new ParameterModel.Unresolved(declared);
    };
  }

  /** The very type goes before those that extend it. */
  private ParameterModel orResource(ParameterModel parameter, List<MethodModel> resources) {
    TypeMirror wanted = parameter.type();
    if (!(parameter instanceof ParameterModel.Unresolved)
        || !TypeFacts.isKnown(wanted)
        || TypeFacts.is(wanted, "java.lang.Object")) {
      return parameter;
    }
    List<MethodModel> known = resources.stream().filter(ParameterReader::isShareable).toList();
    List<MethodModel> fitting =
        known.stream().filter(one -> types.isSameType(one.returnType(), wanted)).toList();
    if (fitting.isEmpty()) {
      fitting = known.stream().filter(one -> types.isSubtype(one.returnType(), wanted)).toList();
    }
    return fitting.isEmpty()
        ? parameter
        : new ParameterModel.ResourceParameter(parameter.declared(), fitting);
  }

  private static boolean isShareable(MethodModel resource) {
    TypeMirror type = resource.returnType();
    return TypeFacts.isKnown(type)
        && (type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY);
  }

  private static List<Declared> declared(MethodModel method, boolean fromSource) {
    List<Declared> all = new ArrayList<>();
    for (VariableElement element : method.element().getParameters()) {
      String java = element.getSimpleName().toString();
      Optional<String> explicit =
          Mirror.of(element, Mirror.PARAM)
              .or(() -> Mirror.of(element, Mirror.ARTIFACT))
              .flatMap(annotation -> annotation.text("value"));
      ElementPlace place = fromSource ? method.place().parameter(all.size()) : method.place();
      all.add(
          new Declared(
              all.size(),
              new YamlName(java, explicit),
              explicit.isPresent() || fromSource || !NAMELESS.matcher(java).matches(),
              element.asType(),
              TypeFacts.isKnown(element.asType()),
              place));
    }
    return all;
  }
}
