package dev.crystallize.runtime.fingerprint;

/**
 * A reached call that draws random numbers which differ from run to run.
 *
 * @param member whose code has it, such as {@code Helper.noise}
 * @param call the call, such as {@code Math.random} or {@code new Random()}
 */
public record UnseededRandom(String member, String call) {}
