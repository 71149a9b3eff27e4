package dev.crystallize.runtime.store;

/**
 * An output of another experiment that tasks have read.
 *
 * @param experiment the other experiment
 * @param output the alias of the output
 * @param version the folder of the version that held it, such as {@code v3}; several with commas
 * @param artifacts how many artifacts were read
 * @param sha256 SHA-256 of the UTF-8 lines {@code <condition> <replicate> <SHA-256 of the
 *     artifact>}, each ended by a line feed, in the order of the other experiment's conditions and
 *     replicates; in hexadecimal
 */
public record ReadOutput(
    String experiment, String output, String version, int artifacts, String sha256) {}
