package dev.crystallize.runtime.fingerprint;

import java.io.IOException;

/** Finds classes by their binary names, such as {@code com.acme.Tumours$Split}. */
public interface ClassResolver {

  /**
   * Where a class comes from.
   *
   * @param className a binary name
   * @return its home; {@link ClassHome#MISSING} if there is no such class
   */
  ClassHome home(String className);

  /**
   * The class file.
   *
   * @param className the binary name of a class that is not missing
   * @return its bytes
   * @throws IOException if it cannot be read
   */
  byte[] bytes(String className) throws IOException;
}
