package dev.crystallize.processor;

import com.google.auto.service.AutoService;
import dev.crystallize.processor.generate.GraphGenerator;
import dev.crystallize.processor.generate.SchemaGenerator;
import dev.crystallize.processor.read.ConfigFinder;
import dev.crystallize.processor.read.GraphReader;
import dev.crystallize.processor.read.ResourceFinder;
import dev.crystallize.processor.read.ServiceFile;
import dev.crystallize.processor.read.UnknownAnnotations;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Reporter;
import dev.crystallize.processor.validate.Validators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Checks the graph of all classes marked as experiments and generates its wiring. */
@AutoService(Processor.class)
@SupportedAnnotationTypes(CrystallizeProcessor.EXPERIMENT)
@SupportedOptions(ConfigFinder.OPTION)
public final class CrystallizeProcessor extends AbstractProcessor {

  static final String EXPERIMENT = "dev.crystallize.annotations.Experiment";

  private @Nullable Work work;

  /** What one compilation keeps between its rounds. */
  private record Work(
      Session session, Services services, SchemaGenerator schemas, Diagnostics diagnostics) {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (work == null) {
      work = begin(processingEnv);
    }
    if (round.processingOver()) {
      end(work);
    } else {
      work.session().round(roots(annotations, round), round);
    }
    return false;
  }

  private static Work begin(ProcessingEnvironment environment) {
    Diagnostics diagnostics = new Diagnostics();
    ServiceFile file = new ServiceFile(environment.getFiler());
    Services services = new Services(environment.getElementUtils(), file);
    ConfigFinder configs =
        new ConfigFinder(
            environment.getFiler(),
            Optional.ofNullable(environment.getOptions().get(ConfigFinder.OPTION)));
    UnknownAnnotations unknown = new UnknownAnnotations(environment);
    GraphReader reader =
        new GraphReader(
            environment.getTypeUtils(),
            environment.getElementUtils(),
            configs,
            new ResourceFinder(environment.getFiler()),
            unknown,
            services.earlier());
    SchemaGenerator schemas = new SchemaGenerator(environment.getFiler());
    Session session =
        new Session(
            environment.getElementUtils(),
            reader,
            unknown,
            Validators.all(environment.getTypeUtils(), environment.getElementUtils()),
            new GraphGenerator(environment),
            schemas,
            diagnostics);
    return new Work(session, services, schemas, diagnostics);
  }

  private static List<TypeElement> roots(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<TypeElement> roots = new ArrayList<>();
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(EXPERIMENT)) {
        roots.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
      }
    }
    return roots;
  }

  private void end(Work done) {
    done.session().finish();
    new Reporter(processingEnv.getMessager(), processingEnv.getElementUtils())
        .print(done.diagnostics().findings());
    Session session = done.session();
    try {
      done.schemas().write(session.currentRoots());
    } catch (IOException failure) {
      // Only editors miss it: no reason to fail.
      processingEnv.getMessager().printMessage(Kind.WARNING, "[internal] " + failure.getMessage());
    }
    if (session.allGraphs().isEmpty()) {
      return;
    }
    try {
      done.services().write(session.soundGraphs(), session.allGraphs(), session.currentRoots());
    } catch (IOException failure) {
      processingEnv
          .getMessager()
          .printMessage(
              Kind.ERROR, "[internal] " + ServiceFile.PATH + " cannot be written: " + failure);
    }
  }
}
