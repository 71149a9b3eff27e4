package dev.crystallize.runtime;

import java.util.Optional;

/**
 * The data of the first step.
 *
 * @param kind which form they have
 * @param alias the only datasource, if they are its value
 */
record Start(Kind kind, Optional<String> alias) {

  static final Start NOTHING = new Start(Kind.NOTHING, Optional.empty());
  static final Start ALL = new Start(Kind.ALL, Optional.empty());

  static Start with(String alias) {
    return new Start(Kind.ONE, Optional.of(alias));
  }

  /** Forms of the first data. */
  enum Kind {
    /** There are none. */
    NOTHING,
    /** The value of one datasource. */
    ONE,
    /** A map of all datasources and inputs by alias. */
    ALL
  }
}
