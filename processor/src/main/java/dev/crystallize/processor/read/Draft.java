package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.runtime.config.ConfigFile;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * An experiment before its names are resolved.
 *
 * @param scope the methods it may use
 * @param scopeKnown whether every class of {@code uses} exists in this round, and every annotation
 *     in them
 * @param upstream the qualified names of the graphs whose root classes {@code upstream} lists
 */
record Draft(
    TypeElement root,
    String packageName,
    String generatedName,
    ElementPlace place,
    ConfigFile file,
    boolean inline,
    Scope scope,
    boolean scopeKnown,
    List<String> upstream) {

  String graphClass() {
    return packageName.isEmpty() ? generatedName : packageName + "." + generatedName;
  }

  String folder() {
    return file.config().folder();
  }
}
