package dev.crystallize.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A local Maven repository that holds what this build has made, as if it had been installed, so
 * that a user's project can be built without touching anybody's repository. What it lacks comes
 * from the repository of the build itself.
 */
record LocalRepository(Path folder, Path settings) {

  static LocalRepository create(Path folder) throws IOException {
    LocalRepository repository = new LocalRepository(folder, folder.resolve("settings.xml"));
    Files.createDirectories(folder);
    Files.writeString(
        repository.settings,
        """
        <settings>
          <mirrors>
            <mirror>
              <id>build</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(Tool.property("maven.repository")).toUri()));
    Path root = Path.of(Tool.property("project.root"));
    repository.put("crystallize-parent", root.resolve("pom.xml"));
    repository.put("crystallize-starter-parent", root.resolve("starter/pom.xml"));
    repository.put("crystallize-bom", root.resolve("bom/pom.xml"));
    repository.put("crystallize-annotations", root.resolve("annotations/pom.xml"));
    repository.put("crystallize-runtime", root.resolve("runtime/dependency-reduced-pom.xml"));
    repository.put("crystallize-processor", root.resolve("processor/dependency-reduced-pom.xml"));
    repository.put("crystallize-annotations", Jars.ANNOTATIONS.path());
    repository.put("crystallize-runtime", Jars.RUNTIME.path());
    repository.put("crystallize-processor", Jars.PROCESSOR.path());
    return repository;
  }

  private void put(String artifact, Path file) throws IOException {
    String version = Tool.property("project.version");
    Path target = folder.resolve(Path.of("dev", "crystallize", artifact, version));
    Files.createDirectories(target);
    String ending = file.toString().endsWith(".jar") ? ".jar" : ".pom";
    Files.copy(file, target.resolve(artifact + "-" + version + ending));
  }
}
