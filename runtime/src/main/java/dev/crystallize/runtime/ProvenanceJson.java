package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.time.Duration;
import java.time.Instant;

/** The form that provenance has in files. */
final class ProvenanceJson {

  private static final double NANOS = 1e9;

  private static final Codec<Instant> INSTANT =
      Codec.STRING.as("a time such as 2030-01-31T12:00:00Z", Instant::toString, Instant::parse);

  private static final Codec<Duration> SECONDS =
      Codec.DOUBLE.as("seconds", time -> time.toNanos() / NANOS, ProvenanceJson::duration);

  private static final Codec<Provenance.Read> READ =
      Codec.record(
          "read",
          fields -> {
            var experiment = fields.add("experiment", Codec.STRING, Provenance.Read::experiment);
            var version = fields.add("version", Codec.STRING, Provenance.Read::version);
            var output = fields.add("output", Codec.STRING, Provenance.Read::output);
            var artifacts = fields.add("artifacts", Codec.INT, Provenance.Read::artifacts);
            var sha256 = fields.add("sha256", Codec.STRING, Provenance.Read::sha256);
            return in ->
                new Provenance.Read(
                    in.get(experiment),
                    in.get(version),
                    in.get(output),
                    in.get(artifacts),
                    in.get(sha256));
          });

  private static final Codec<Provenance.StepTime> STEP =
      Codec.record(
          "step",
          fields -> {
            var step = fields.add("step", Codec.STRING, Provenance.StepTime::step);
            var calls = fields.add("calls", Codec.LONG, Provenance.StepTime::calls);
            var seconds = fields.add("seconds", SECONDS, Provenance.StepTime::total);
            return in -> new Provenance.StepTime(in.get(step), in.get(calls), in.get(seconds));
          });

  /** Provenance as one map; times are UTC as ISO 8601, durations seconds. */
  static final Codec<Provenance> PROVENANCE =
      Codec.record(
          "provenance",
          fields -> {
            var crystallize = fields.add("crystallize", Codec.STRING, Provenance::crystallize);
            var java = fields.add("java", Codec.STRING, Provenance::java);
            var vm = fields.add("vm", Codec.STRING, Provenance::vm);
            var os = fields.add("os", Codec.STRING, Provenance::os);
            var commit = fields.add("commit", Codec.optional(Codec.STRING), Provenance::commit);
            var configuration =
                fields.add("configuration", Codec.STRING, Provenance::configuration);
            var seed = fields.add("seed", Codec.LONG, Provenance::seed);
            var options =
                fields.add("options", Codec.orderedMap(Codec.STRING), Provenance::options);
            var reads = fields.add("reads", Codec.list(READ), Provenance::reads);
            var start = fields.add("start", INSTANT, Provenance::start);
            var end = fields.add("end", INSTANT, Provenance::end);
            var steps = fields.add("steps", Codec.list(STEP), Provenance::steps);
            var warnings = fields.add("warnings", Codec.list(Codec.STRING), Provenance::warnings);
            return in ->
                new Provenance(
                    in.get(crystallize),
                    in.get(java),
                    in.get(vm),
                    in.get(os),
                    in.get(commit),
                    in.get(configuration),
                    in.get(seed),
                    in.get(options),
                    in.get(reads),
                    in.get(start),
                    in.get(end),
                    in.get(steps),
                    in.get(warnings));
          });

  private ProvenanceJson() {}

  private static Duration duration(double seconds) {
    double nanos = Math.rint(seconds * NANOS);
    if (!(Math.abs(nanos) < Long.MAX_VALUE)) {
      throw new IllegalArgumentException("no duration");
    }
    return Duration.ofNanos((long) nanos);
  }
}
