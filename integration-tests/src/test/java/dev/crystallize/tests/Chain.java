package dev.crystallize.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project of the tutorial, written anew into a folder. */
record Chain(Path folder) {

  static final String CONSUMER_YAML = "src/main/resources/experiments/consumer/config.yaml";
  static final String PRODUCER_YAML = "src/main/resources/experiments/producer/config.yaml";

  static Chain writeTo(Path folder) throws IOException {
    Chain chain = new Chain(folder);
    String readme = Files.readString(Path.of(Tool.property("project.root"), "README.md"));
    for (Fence fence : Fence.of(readme)) {
      if (fence.argument().contains(".")) {
        chain.write(fence.argument(), fence.text());
      }
    }
    return chain;
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void edit(String file, String find, String replacement) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.contains(find)) {
      throw new IllegalArgumentException("'" + find + "' is not in " + file);
    }
    write(file, text.replace(find, replacement));
  }

  /** Starts a main with the class path that the build has written down. */
  Tool start(String main, String... arguments) throws Exception {
    return Tool.javaIn(folder, "@" + folder.resolve("target/java.args"), main, arguments);
  }
}
