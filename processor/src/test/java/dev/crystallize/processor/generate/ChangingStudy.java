package dev.crystallize.processor.generate;

import java.util.Map;

/**
 * A study that holds one of everything that may change.
 *
 * <p>{@code add} runs {@code baseline} and {@code tuned}; {@code show} reads it and runs {@code
 * loud} besides; two replicates each.
 */
final class ChangingStudy {

  static final Map<String, String> SOURCES =
      Map.of(
          "Study",
          """
          package study;

          import dev.crystallize.annotations.*;
          import dev.crystallize.runtime.Samples;
          import java.nio.file.*;
          import java.util.HashMap;
          import java.util.Map;

          final class Study {
            record Sum(double total) {}
            record Unit(double size) {}
            record Origin(double place) {}

            @Experiment(uses = {Shared.class, Units.class}) static final class Add {
              @DataSource(reads = {"/numbers.txt", "@FILE@"}) static double[] numbers() {
                return new double[] {1, 2};
              }

              @Resource static Origin origin() {
                return new Origin(0);
              }

              @Step static double[] shift(
                  double[] data, @Param double shift, Unit unit, Origin origin) {
                return Helper.each(data, x -> x + shift * unit.size() - origin.place());
              }

              @Step(version = "1")
              static double[] scale(double[] data, @Param(defaultValue = "2") double factor) {
                return Helper.each(data, x -> x * factor * Constants.SCALE * lib.Rates.rate());
              }

              @SuppressWarnings("unused-step")
              @Step static double[] spare(double[] data) {
                return Helper.each(data, x -> -x);
              }

              @Writer static String write(Sum sum) {
                return "" + sum.total();
              }

              @Loader static Sum load(String text) {
                return new Sum(Double.parseDouble(text.trim()));
              }
            }

            @Experiment static final class Show {
              @Step @Metric static double shown(@Artifact Sum sum, @Param int volume) {
                if (Files.exists(Path.of("@FILE@.fails"))) {
                  throw new IllegalStateException("asked to fail");
                }
                return volume * sum.total();
              }

              @Verifier static Map<String, Object> compare(Samples baseline, Samples treatment) {
                return Map.of("p_value", 0.5);
              }
            }
          }
          """,
          "Shared",
          """
          package study;

          import dev.crystallize.annotations.*;

          final class Shared {
            @Step @Artifact("sum") static Study.Sum sum(double[] data) {
              return new Study.Sum(new Adder().add(data));
            }
          }
          """,
          "Units",
          """
          package study;

          import dev.crystallize.annotations.*;

          final class Units {
            @Resource static Study.Unit unit() {
              return new Study.Unit(1);
            }

            static String name() {
              return "m";
            }
          }
          """,
          "Adder",
          """
          package study;

          final class Adder extends Base {
            double add(double[] data) {
              double sum = start();
              for (double x : data) {
                sum += x;
              }
              return sum;
            }
          }
          """,
          "Base",
          """
          package study;

          class Base {
            double start() {
              return 0;
            }
          }
          """,
          "Helper",
          """
          package study;

          import java.util.function.DoubleUnaryOperator;

          final class Helper {
            static double[] each(double[] data, DoubleUnaryOperator change) {
              double[] changed = new double[data.length];
              for (int i = 0; i < data.length; i++) {
                changed[i] = change.applyAsDouble(data[i]);
              }
              return changed;
            }
          }
          """,
          "Constants",
          """
          package study;

          final class Constants {
            static final double SCALE = 1.5;
          }
          """);

  static final Map<String, String> CONFIGS =
      Map.of(
          "add",
          """
          description: adds numbers
          replicates: 2
          seed: 7
          datasource: { numbers: numbers }
          outputs: { sum: sum.txt }
          steps: [ shift, scale, sum ]
          treatments:
            baseline: { shift: 1 }
            tuned: { factor: 3 }
          cli: { priority: 1 }
          """,
          "show",
          """
          datasource: { sum: add#sum }
          steps: [ shown ]
          treatments:
            baseline: { volume: 1 }
            loud: { volume: 5 }
          hypotheses: [ { verifier: compare, metrics: shown } ]
          """);

  static final Map<String, String> LIBRARIES =
      Map.of(
          "Rates",
          "package lib; public final class Rates { public static int rate() { return Deep.one(); } }",
          "Deep",
          "package lib; final class Deep { static int one() { return 1; } }");

  private ChangingStudy() {}
}
