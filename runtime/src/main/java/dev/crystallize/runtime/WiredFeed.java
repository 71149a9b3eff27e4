package dev.crystallize.runtime;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A datasource or input as a configuration has it now.
 *
 * @param feed where the data come from
 * @param gives the type of what it gives; empty if it can only be read as a file
 * @param giver who gives it, for messages
 * @param experiment the name of the experiment that writes it, if it is an artifact
 * @param directory whether it is an artifact that is a directory
 */
record WiredFeed(
    Feed feed, Optional<Type> gives, String giver, Optional<String> experiment, boolean directory) {

  boolean isArtifact() {
    return experiment.isPresent();
  }
}
