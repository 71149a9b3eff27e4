package dev.crystallize.runtime.fingerprint;

import java.util.List;

/**
 * The code that a task reaches.
 *
 * @param code digests of the members and classes of the project that it reaches
 * @param libraries whether it reaches a class of a library
 * @param unseeded calls that draw unseeded random numbers, in the order of their members
 * @param unknownFormat classes that count as whole files, since their class file is newer than can
 *     be read; worth a warning
 * @param unreadable classes and methods of which no bytecode was found: the digests say nothing of
 *     them, so nothing may be reused on their word
 */
public record Reached(
    Facts code,
    boolean libraries,
    List<UnseededRandom> unseeded,
    List<String> unknownFormat,
    List<String> unreadable) {}
