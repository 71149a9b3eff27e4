package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  private static final String STEPS =
      "package com.acme; public class Steps { static int run() { return org.lib.Lib.f(); } }";
  private static final String GRAPH = "package com.acme; public class StepsGraph {}";
  private static final String LIB =
      "package org.lib; public class Lib { public static int f() { return 1; } }";

  @TempDir Path temp;
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private Path project;
  private Path library;

  @BeforeEach
  void compileAProjectAndALibrary() throws IOException {
    library = Compiled.of(temp.resolve("lib/classes"), LIB).folder();
    project =
        Compiled.of(
                temp.resolve("my project/target/classes"),
                List.of("-cp", library.toString()),
                STEPS,
                GRAPH)
            .folder();
    Path services = Files.createDirectories(project.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("dev.crystallize.runtime.ExperimentNodeProvider"),
        "com.acme.StepsGraph\n");
  }

  private ClassPath path(Path... entries) throws Exception {
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = entries[i].toUri().toURL();
    }
    URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    loaders.add(loader);
    return ClassPath.of(List.of(loader.loadClass("com.acme.StepsGraph")));
  }

  @AfterEach
  void closeLoaders() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  private Facts libraries(ClassPath path) throws IOException {
    return Libraries.of(path, temp.resolve("data"));
  }

  private static Reached reached(ClassPath path) {
    return new ReachedCode(path, name -> name.endsWith("Graph"))
        .from(List.of(EntryPoint.method("com.acme.Steps", "run")));
  }

  @Test
  void theProjectIsWhatHoldsANode() throws Exception {
    ClassPath path = path(project, library);

    assertThat(path.home("com.acme.Steps")).isEqualTo(ClassHome.PROJECT);
    assertThat(path.home("org.lib.Lib")).isEqualTo(ClassHome.LIBRARY);
    assertThat(ClassPath.of(List.of(String.class)).home("java.sql.Connection"))
        .isEqualTo(ClassHome.JDK);
    assertThat(path.home("com.acme.None")).isEqualTo(ClassHome.MISSING);
  }

  @Test
  void whatTheRuntimeIsAndBringsIsNoLibrary() throws Exception {
    ClassPath path = ClassPath.of(List.of(ClassPathTest.class));

    assertThat(path.home("org.objectweb.asm.ClassReader")).isEqualTo(ClassHome.OURS);
    assertThat(path.home("dev.crystallize.runtime.fingerprint.Part")).isEqualTo(ClassHome.OURS);
    assertThat(path.home("org.assertj.core.api.Assertions")).isEqualTo(ClassHome.LIBRARY);
  }

  @Test
  void aFolderAndAJarOfTheSameClassesAgree() throws Exception {
    ClassPath folders = path(project, library);
    ClassPath jars =
        path(
            Jars.pack(temp.resolve("app-1.0.jar"), project),
            Jars.pack(temp.resolve("lib-1.0.jar"), library));

    assertThat(reached(jars)).isEqualTo(reached(folders));
    assertThat(reached(jars).unreadable()).isEmpty();
    assertThat(Parts.libraries(libraries(jars)).digest())
        .isEqualTo(Parts.libraries(libraries(folders)).digest());
  }

  @Test
  void theOrderOfLibrariesDoesNotCount() throws Exception {
    Path other =
        Compiled.of(temp.resolve("other"), "package org.other; public class Other {}").folder();

    assertThat(libraries(path(project, library, other)))
        .isEqualTo(libraries(path(other, project, library)));
  }

  @Test
  void manifestsNameLibraries() throws Exception {
    Jars.pack(temp.resolve("lib-1.0.jar"), library);
    Path booter = Jars.pack(temp.resolve("booter.jar"), "lib-1.0.jar none.jar");

    assertThat(libraries(path(project, booter)).byName()).containsOnlyKeys("lib-1.0.jar");
  }

  @Test
  void aChangedLibraryIsNamedByItsVersion() throws Exception {
    Facts before = libraries(path(project, Jars.pack(temp.resolve("lib-core-4.3.1.jar"), library)));
    Compiled.of(library, LIB.replace("return 1", "return 2"));
    Facts after = libraries(path(project, Jars.pack(temp.resolve("lib-core-4.3.2.jar"), library)));
    Facts replaced =
        libraries(path(project, Jars.pack(temp.resolve("lib-core-4.3.1.jar"), library)));

    assertThat(LibraryDifference.between(before, after)).containsExactly("lib-core 4.3.1 -> 4.3.2");
    assertThat(LibraryDifference.between(before, replaced))
        .containsExactly("library lib-core-4.3.1.jar changed");
    assertThat(LibraryDifference.between(after, replaced)).isEmpty();
  }

  @Test
  void aJarPackedWithItsLibrariesCountsThemByContent() throws Exception {
    Path runtime = temp.resolve("runtime");
    Path anchor = runtime.resolve("dev/crystallize/runtime/fingerprint/ClassPath.class");
    Files.createDirectories(anchor.getParent());
    Files.write(anchor, new byte[] {1});
    ClassPath path = path(Jars.pack(temp.resolve("all.jar"), project, library, runtime));
    Facts before = libraries(path);

    assertThat(path.home("com.acme.Steps")).isEqualTo(ClassHome.PROJECT);
    assertThat(path.home("org.lib.Lib")).isEqualTo(ClassHome.LIBRARY);
    assertThat(path.home("dev.crystallize.runtime.fingerprint.ClassPath"))
        .isEqualTo(ClassHome.OURS);

    Compiled.of(
        project, List.of("-cp", library.toString()), STEPS.replace("return org", "return 2 * org"));
    Jars.pack(temp.resolve("all.jar"), project, library, runtime);
    assertThat(libraries(path)).isEqualTo(before);

    Compiled.of(library, LIB.replace("return 1", "return 2"));
    Jars.pack(temp.resolve("all.jar"), project, library, runtime);
    assertThat(LibraryDifference.between(before, libraries(path)))
        .containsExactly("library all.jar changed");
  }

  @Test
  void whatRunsWriteIsNoLibrary() throws Exception {
    ClassPath path = path(project, library);
    Path data = Files.createDirectories(library.resolve("data"));
    Facts before = Libraries.of(path, data);
    Files.writeString(data.resolve("results.json"), "{}");

    assertThat(Libraries.of(path, data)).isEqualTo(before);
    assertThat(libraries(path)).isNotEqualTo(before);
  }

  @Test
  void aClassFromAnUnusualLoaderIsFollowed() throws Exception {
    ClassPath path =
        ClassPath.of(List.of(new Opaque(project, library).loadClass("com.acme.Steps")));

    assertThat(path.home("org.lib.Lib")).isEqualTo(ClassHome.PROJECT);
    assertThat(reached(path).code().byName())
        .containsOnlyKeys("com.acme.Steps.run():int", "org.lib.Lib.f():int");
  }

  /** Does not tell where it reads from. */
  private static final class Opaque extends ClassLoader {
    private final List<Path> folders;

    Opaque(Path... folders) {
      super(ClassLoader.getPlatformClassLoader());
      this.folders = List.of(folders);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    protected URL findResource(String name) {
      try {
        for (Path folder : folders) {
          if (Files.exists(folder.resolve(name))) {
            return folder.resolve(name).toUri().toURL();
          }
        }
        return null;
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
