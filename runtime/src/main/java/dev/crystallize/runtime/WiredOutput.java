package dev.crystallize.runtime;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * An output as a configuration has it now.
 *
 * @param code how it is written and read
 * @param read the type that its loader gives; empty if nothing can read it back
 * @param compiled whether it is written and read as it was compiled
 */
record WiredOutput(OutputCode<?> code, Optional<Type> read, boolean compiled) {}
