package dev.crystallize.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes where, asked of both compilers, whose own answers differ on raw types. */
class TypeFitTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void whatJavaAssignsFits(Compiler compiler) {
    assertThat(
            compiler.fitting(
                folder,
                """
                String -> Object
                ArrayList<String> -> List<String>
                List<String> -> Collection<? extends CharSequence>
                List<String> -> List<?>
                List<String> -> List
                Named -> List<String>
                List<String>[] -> Collection<String>[]
                int[] -> Object
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void whatJavaRefusesDoesNotFit(Compiler compiler) {
    assertThat(
            compiler.notFitting(
                folder,
                """
                Object -> String
                List<String> -> List<Object>
                List<Object> -> List<String>
                List<?> -> List<String>
                List<List<String>> -> List<List<Object>>
                int[] -> long[]
                Integer[] -> int[]
                Named -> List<Integer>
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void boxesAndNumbersFitAsInAnAssignment(Compiler compiler) {
    assertThat(
            compiler.fitting(
                folder,
                """
                int -> long
                int -> double
                Integer -> int
                Integer -> double
                int -> Integer
                int -> Number
                double -> Object
                """))
        .isEmpty();
    assertThat(
            compiler.notFitting(
                folder,
                """
                long -> int
                int -> Long
                Integer -> Long
                Number -> int
                double -> float
                boolean -> int
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void aRawTypeNeverFitsAParameterisedOne(Compiler compiler) {
    assertThat(
            compiler.notFitting(
                folder,
                """
                List -> List<String>
                List -> List<?>
                ArrayList -> List<String>
                RawNamed -> List<String>
                List[] -> List<String>[]
                List<List> -> List<? extends List<String>>
                List<RawNamed> -> List<? extends List<String>>
                """))
        .isEmpty();
    assertThat(compiler.fitting(folder, "List -> List\nList -> Object\nArrayList -> List"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void aTypeThatIsNotKnownFitsEverythingBecauseTheCompilerReportsIt(Compiler compiler) {
    assertThat(
            compiler.fitting(
                folder, "Missing -> String\nString -> Missing\nList<Missing> -> List<String>"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void theMapOfInputsFitsWhatAssignsFromAMapOfObjects(Compiler compiler) {
    List<Boolean> answers = new ArrayList<>();
    compiler.probe(
        folder,
        List.of("Map<String, Object>", "Map<String, ?>", "Object", "Map<String, String>", "Map"),
        (fit, types) -> types.forEach(type -> answers.add(fit.fits(fit.mapOfInputs(), type))));
    assertThat(answers).containsExactly(true, true, true, false, true);
  }

  private enum Compiler {
    JAVAC {
      @Override
      JavaCompiler create() {
        return ToolProvider.getSystemJavaCompiler();
      }
    },
    ECJ {
      @Override
      JavaCompiler create() {
        return new EclipseCompiler();
      }
    };

    abstract JavaCompiler create();

    /** Returns the cases of "from -> to" that do not fit. */
    List<String> fitting(Path folder, String cases) {
      return answering(folder, cases, false);
    }

    /** Returns the cases of "from -> to" that fit. */
    List<String> notFitting(Path folder, String cases) {
      return answering(folder, cases, true);
    }

    private List<String> answering(Path folder, String cases, boolean answer) {
      List<String> lines = cases.lines().toList();
      List<String> names = lines.stream().flatMap(line -> Stream.of(line.split(" -> "))).toList();
      List<String> found = new ArrayList<>();
      probe(
          folder,
          names,
          (fit, types) -> {
            for (int i = 0; i < lines.size(); i++) {
              if (fit.fits(types.get(2 * i), types.get(2 * i + 1)) == answer) {
                found.add(lines.get(i));
              }
            }
          });
      return found;
    }

    /** Hands over the types of fields that are declared so. */
    void probe(Path folder, List<String> types, BiConsumer<TypeFit, List<TypeMirror>> question) {
      StringBuilder source = new StringBuilder("import java.util.*;\nabstract class Types {\n");
      for (int i = 0; i < types.size(); i++) {
        source.append("  ").append(types.get(i)).append(" f").append(i).append(";\n");
      }
      source.append("  abstract static class Named implements List<String> {}\n");
      source.append("  abstract static class RawNamed implements List {}\n}\n");
      Probe probe = new Probe(question);
      JavaCompiler compiler = create();
      try (var files = compiler.getStandardFileManager(null, null, null)) {
        Path file = Files.writeString(folder.resolve("Types.java"), source);
        var task =
            compiler.getTask(
                null,
                files,
                diagnostic -> {},
                List.of("-proc:only"),
                null,
                files.getJavaFileObjects(file));
        task.setProcessors(List.of(probe));
        task.call();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(probe.asked).isTrue();
    }
  }

  private static final class Probe extends AbstractProcessor {
    private final BiConsumer<TypeFit, List<TypeMirror>> question;
    private boolean asked;

    Probe(BiConsumer<TypeFit, List<TypeMirror>> question) {
      this.question = question;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (Element root : round.getRootElements()) {
        ProcessingEnvironment environment = processingEnv;
        asked = true;
        question.accept(
            new TypeFit(environment.getTypeUtils(), environment.getElementUtils()),
            ElementFilter.fieldsIn(root.getEnclosedElements()).stream()
                .map(Element::asType)
                .collect(Collectors.toList()));
      }
      return false;
    }
  }
}
