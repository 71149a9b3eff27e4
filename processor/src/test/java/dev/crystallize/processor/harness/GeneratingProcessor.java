package dev.crystallize.processor.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor of the user's, which writes one class in one round, mostly the first. */
@SupportedAnnotationTypes("*")
public final class GeneratingProcessor extends AbstractProcessor {

  private final String name;
  private final String text;
  private final int round;
  private int rounds;

  /** Makes a processor that writes the class of this qualified name in the first round. */
  public GeneratingProcessor(String name, String text) {
    this(name, text, 1);
  }

  /** Makes a processor that writes the class of this qualified name in a round, from 1. */
  public GeneratingProcessor(String name, String text, int round) {
    this.name = name;
    this.text = text;
    this.round = round;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    rounds++;
    if (rounds == round) {
      try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        out.write(text);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return false;
  }
}
