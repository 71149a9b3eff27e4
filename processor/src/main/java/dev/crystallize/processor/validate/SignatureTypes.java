package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The classes that generated code names because a signature or a codec does. */
final class SignatureTypes {

  private final List<Use> uses = new ArrayList<>();

  private SignatureTypes() {}

  /** A class and the place that needs it. */
  record Use(TypeElement element, ElementPlace place) {}

  /** Returns every class that the generated code of an experiment names. */
  static List<Use> of(ExperimentModel experiment) {
    SignatureTypes types = new SignatureTypes();
    for (UsedMethod used : UsedMethod.of(experiment)) {
      ElementPlace method = used.method().place();
      boolean hasSource = method.member().isPresent() && method.annotation().isEmpty();
      List<? extends VariableElement> parameters = used.method().element().getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        types.add(parameters.get(i).asType(), hasSource ? method.parameter(i) : method);
      }
      types.add(used.method().returnType(), method);
    }
    Stream.concat(ParamUse.inTasks(experiment).stream(), ParamUse.inVerifiers(experiment).stream())
        .map(ParamUse::param)
        .forEach((ParameterModel.Param p) -> types.add(p.codec(), p.declared().place()));
    experiment.outputs().forEach(types::add);
    return types.uses;
  }

  private void add(OutputModel output) {
    Optional<ElementPlace> place =
        output.writes().stream().map(OutputModel.Write::place).findFirst();
    place.ifPresent(
        where -> {
          if (output.writer() instanceof FormatModel.ByCodec writer) {
            add(writer.codec(), where);
          }
          if (output.loader() instanceof FormatModel.ByCodec loader) {
            add(loader.codec(), where);
          }
        });
  }

  private void add(CodecModel codec, ElementPlace place) {
    add(codec.type(), place);
    if (codec instanceof CodecModel.OptionalOf optional) {
      add(optional.element(), place);
    } else if (codec instanceof CodecModel.ArrayOf array) {
      add(array.element(), place);
    } else if (codec instanceof CodecModel.ListOf list) {
      add(list.element(), place);
    } else if (codec instanceof CodecModel.MapOf map) {
      add(map.value(), place);
    } else if (codec instanceof CodecModel.RecordOf record) {
      record.fields().forEach(field -> add(field.codec(), place));
    } else if (codec instanceof CodecModel.SealedOf sealed) {
      sealed.cases().forEach(one -> add(one, place));
    }
  }

  private void add(TypeMirror type, ElementPlace place) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType(), place);
    } else if (type instanceof WildcardType wildcard) {
      Optional.ofNullable(wildcard.getExtendsBound()).ifPresent(bound -> add(bound, place));
      Optional.ofNullable(wildcard.getSuperBound()).ifPresent(bound -> add(bound, place));
    } else if (type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement() instanceof TypeElement element) {
      uses.add(new Use(element, place));
      ((DeclaredType) type).getTypeArguments().forEach(argument -> add(argument, place));
    }
  }
}
