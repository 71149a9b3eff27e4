package dev.crystallize.benchmarks;

import java.io.PrintStream;

/** One of the things that are measured. */
interface Part {

  /** Measures, and prints a section in Markdown. */
  void run(Scratch scratch, PrintStream out) throws Exception;
}
