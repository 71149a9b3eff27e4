package dev.crystallize.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Uses the libraries in a jar under the names they have there, with nothing else on the path. */
record BundledLibraries(Jars jar, String prefix) {

  /** The names of the streaming parser's tokens in a YAML text. */
  List<String> tokensOf(String yaml) throws ReflectiveOperationException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {url()}, ClassLoader.getPlatformClassLoader())) {
      Object factory =
          loader
              .loadClass(prefix + "jackson.dataformat.yaml.YAMLFactory")
              .getConstructor()
              .newInstance();
      Class<?> contextType = loader.loadClass(prefix + "jackson.core.ObjectReadContext");
      Object context = contextType.getMethod("empty").invoke(null);
      Object parser =
          factory
              .getClass()
              .getMethod("createParser", contextType, String.class)
              .invoke(factory, context, yaml);
      Method nextToken = parser.getClass().getMethod("nextToken");
      List<String> tokens = new ArrayList<>();
      for (Object token = nextToken.invoke(parser);
          token != null;
          token = nextToken.invoke(parser)) {
        tokens.add(Objects.toString(token));
      }
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URL url() throws MalformedURLException {
    return jar.path().toUri().toURL();
  }
}
