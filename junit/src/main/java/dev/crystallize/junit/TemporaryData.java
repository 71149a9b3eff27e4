package dev.crystallize.junit;

import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives each test a data folder of its own. A test method, or one that runs before or after each,
 * takes a parameter of the type
 *
 * <ul>
 *   <li>{@link RunOptions}: the defaults, with that data folder;
 *   <li>{@link RunOptions.Builder}: the same, to add to;
 *   <li>{@link Path}: the folder itself, which is empty. A {@code Path} with {@link TempDir} is
 *       left to JUnit.
 * </ul>
 *
 * All of one test mean the same folder. It is deleted after the test. If the test fails the folder
 * stays, and a report entry {@code crystallize data, kept} and a log line name it.
 */
public final class TemporaryData implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(TemporaryData.class);
  private static final String FOLDER = "folder";
  private static final System.Logger LOGGER = System.getLogger("dev.crystallize.junit");

  /** Made by JUnit, through {@code @ExtendWith(TemporaryData.class)}. */
  public TemporaryData() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    boolean ours =
        type == RunOptions.class
            || type == RunOptions.Builder.class
            || (type == Path.class && !parameter.isAnnotated(TempDir.class));
    return ours && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Path folder =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(FOLDER, key -> Kept.make(), Kept.class)
            .folder();
    Class<?> type = parameter.getParameter().getType();
    if (type == Path.class) {
      return folder;
    }
    RunOptions.Builder options = RunOptions.builder().dataDirectory(folder);
    return type == RunOptions.class ? options.build() : options;
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Kept kept = context.getStore(NAMESPACE).remove(FOLDER, Kept.class);
    if (kept == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      String folder = kept.folder().toString();
      context.publishReportEntry("crystallize data, kept", folder);
      LOGGER.log(
          System.Logger.Level.INFO,
          "crystallize data of {0}, kept: {1}",
          context.getDisplayName(),
          folder);
    } else {
      delete(kept.folder());
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            super.postVisitDirectory(left, failure);
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The folder of a test, so long as it is not known whether it is of any further use. */
  private record Kept(Path folder) {
    static Kept make() {
      try {
        return new Kept(Files.createTempDirectory("crystallize-test-"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make a data folder", e);
      }
    }
  }
}
