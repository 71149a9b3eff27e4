package dev.crystallize.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.crystallize.runtime.config.FailureConfig;
import dev.crystallize.runtime.config.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What to do when an experiment or a step fails or hangs, as calls on what declares it. */
final class FailureGenerator {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private FailureGenerator() {}

  /** Returns a call for each setting, such as {@code node.retries(2)}. */
  static List<CodeBlock> calls(String receiver, FailureConfig failures) {
    List<CodeBlock> calls = new ArrayList<>();
    failures
        .retries()
        .map(Located::value)
        .ifPresent(count -> calls.add(CodeBlock.of("$L.retries($L)", receiver, count)));
    failures
        .backoff()
        .map(Located::value)
        .ifPresent(wait -> calls.add(CodeBlock.of("$L.backoff($L)", receiver, literal(wait))));
    failures
        .timeout()
        .map(Located::value)
        .ifPresent(limit -> calls.add(CodeBlock.of("$L.timeout($L)", receiver, literal(limit))));
    return calls;
  }

  /** Returns the length of time in the largest unit that holds it whole. */
  private static CodeBlock literal(Duration duration) {
    if (duration.isZero()) {
      return CodeBlock.of("$T.ZERO", Duration.class);
    }
    if (duration.toNanosPart() % NANOS_PER_MILLI != 0) {
      return CodeBlock.of("$T.ofNanos($LL)", Duration.class, duration.toNanos());
    }
    if (duration.toNanosPart() != 0) {
      return of("ofMillis", duration.toMillis());
    }
    if (duration.toSecondsPart() != 0) {
      return of("ofSeconds", duration.toSeconds());
    }
    return duration.toMinutesPart() != 0
        ? of("ofMinutes", duration.toMinutes())
        : of("ofHours", duration.toHours());
  }

  private static CodeBlock of(String unit, long amount) {
    String suffix = amount > Integer.MAX_VALUE ? "L" : "";
    return CodeBlock.of("$T.$L($L$L)", Duration.class, unit, amount, suffix);
  }
}
