/** A data folder of its own for each test. */
module dev.crystallize.junit {
  requires static org.jspecify;
  requires transitive dev.crystallize.runtime;
  requires transitive org.junit.jupiter.api;

  exports dev.crystallize.junit;
}
