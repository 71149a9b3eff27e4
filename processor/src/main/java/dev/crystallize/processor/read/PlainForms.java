package dev.crystallize.processor.read;

import dev.crystallize.processor.model.PlainForm;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Which types are files as they are. */
final class PlainForms {

  private PlainForms() {}

  static Optional<PlainForm> of(TypeMirror type) {
    if (TypeFacts.isBytes(type)) {
      return Optional.of(PlainForm.BYTES);
    }
    return switch (TypeFacts.nameOf(type)) {
      case "java.lang.String" -> Optional.of(PlainForm.TEXT);
      case "java.nio.file.Path" -> Optional.of(PlainForm.FILE);
      default -> Optional.empty();
    };
  }
}
