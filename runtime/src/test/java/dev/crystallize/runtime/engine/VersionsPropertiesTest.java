package dev.crystallize.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.InMemory;
import dev.crystallize.runtime.engine.Round.Accident;
import dev.crystallize.runtime.store.TestStores.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Two processes that run, resume, die and delete in one data folder, interleaved at every action on
 * the disk, while code changes and changes back. One of their three experiments writes directories.
 */
class VersionsPropertiesTest {

  private static final int TRIES_TO_FIND_A_FAULT = 10_000;
  private static final Study FIRST = Study.FIRST.withDirectories();

  @Property(edgeCases = EdgeCasesMode.NONE) // 1,000 tries unless jqwik.tries.default says otherwise
  void nothingIsLostAndNothingIsMixedWhateverHappens(@ForAll("rounds") List<Round> rounds)
      throws IOException {
    play(rounds, Fault.NONE);
  }

  @Example
  void whereverAProcessDiesTheNextTakesUpWhatIsThere() throws IOException {
    for (List<Round> rounds : deaths().toList()) {
      play(rounds, Fault.NONE);
    }
  }

  @Example
  void whatAnotherDeletesBeforeAProcessHoldsItsLeaseRunsAgain() throws IOException {
    Job first = job(FIRST, OptionalInt.empty(), false);
    Job deleting = job(FIRST, OptionalInt.of(1), false);
    Job late = job(FIRST.a("2"), OptionalInt.empty(), true);
    List<Job> both = List.of(first, job(FIRST.a("2"), OptionalInt.empty(), false));
    play(
        List.of(
            new Round(Accident.NONE, "a", both, List.of(0)),
            new Round(Accident.NONE, "a", List.of(deleting, late), List.of(0, 0, 0, 0, 0, 1))),
        Fault.NONE);
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void fillingAFullVersionIsFound() throws IOException {
    assertThat(isFound(Fault.FILL_FULL)).isTrue();
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void writingToAVersionThatAnotherOwnsIsFound() throws IOException {
    assertThat(isFound(Fault.NO_OWNER_LOCK)).isTrue();
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void lookingAtTheNewestVersionOnlyIsFound() throws IOException {
    assertThat(isFound(Fault.NEWEST_ONLY)).isTrue();
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void fillingAVersionThatHoldsPendingTasksIsFound() throws IOException {
    assertThat(isFound(Fault.FILL_WITH_PENDING)).isTrue();
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void bindingToAVersionWithoutAnEndIsFound() throws IOException {
    assertThat(isFound(Fault.BIND_WITHOUT_END)).isTrue();
  }

  @Tag("same-on-every-jdk") // whether the test finds what is wrong
  @Example
  void deletingWhileAnotherRunsIsFound() throws IOException {
    assertThat(isFound(Fault.DELETE_BESIDE_OTHERS)).isTrue();
  }

  private boolean isFound(Fault fault) throws IOException {
    Optional<List<String>> all = Optional.empty();
    List<Round> oneTreatmentMore =
        List.of(alone(FIRST, all, false, 0), alone(FIRST.withU(), all, false, 0));
    Iterator<List<Round>> shortest =
        Stream.concat(Stream.of(oneTreatmentMore), deaths()).iterator();
    Iterator<List<Round>> any = rounds().sampleStream().iterator();
    for (int i = 0; i < TRIES_TO_FIND_A_FAULT; i++) {
      try {
        play(i % 2 == 0 && shortest.hasNext() ? shortest.next() : any.next(), fault);
      } catch (AssertionError e) {
        return true;
      }
    }
    return false;
  }

  /** One process dies before each of its actions, and another resumes: the shortest histories. */
  private static Stream<List<Round>> deaths() {
    Optional<List<String>> all = Optional.empty();
    Optional<List<String>> some = Optional.of(List.of("baseline"));
    Study changed = FIRST.a("2");
    return Stream.of(
            deaths(all, false, FIRST),
            deaths(some, false, FIRST),
            deaths(all, false, changed),
            deaths(all, true, FIRST),
            deaths(some, true, FIRST))
        .flatMap(each -> each);
  }

  private static Stream<List<Round>> deaths(
      Optional<List<String>> treatments, boolean finely, Study then) {
    Round whole = alone(then, treatments, finely, 0);
    return IntStream.rangeClosed(1, actions(finely))
        .mapToObj(dies -> List.of(alone(FIRST, treatments, finely, dies), whole));
  }

  private static Round alone(
      Study study, Optional<List<String>> treatments, boolean finely, int dies) {
    Job job = new Job(study, true, treatments, OptionalInt.empty(), finely, dies, false, "");
    return new Round(Accident.NONE, "a", List.of(job), List.of(0));
  }

  private static Job job(Study study, OptionalInt keep, boolean finely) {
    return new Job(study, true, Optional.empty(), keep, finely, 0, false, "");
  }

  private static void play(List<Round> rounds, Fault fault) throws IOException {
    Path data = InMemory.folder();
    try {
      World world = new World(data, fault);
      for (Round round : rounds) {
        world.play(round);
      }
    } finally {
      World.delete(data);
    }
  }

  @Provide
  Arbitrary<List<Round>> rounds() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(12, Accident.NONE),
                Tuple.of(1, Accident.ARTIFACT_DELETED),
                Tuple.of(1, Accident.ARTIFACT_CHANGED),
                Tuple.of(1, Accident.VERSION_DELETED),
                Tuple.of(1, Accident.JOURNAL_TORN)),
            Arbitraries.of(Study.EXPERIMENTS),
            jobs().list().ofMinSize(1).ofMaxSize(2),
            Arbitraries.integers().between(0, 1).list().ofMinSize(1).ofMaxSize(12))
        .as(Round::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<Job> jobs() {
    Arbitrary<Optional<List<String>>> treatments =
        Arbitraries.frequency(
            Tuple.of(4, Optional.empty()),
            Tuple.of(1, Optional.of(List.of("baseline"))),
            Tuple.of(1, Optional.of(List.of("t"))));
    Arbitrary<OptionalInt> keep =
        Arbitraries.frequency(Tuple.of(6, OptionalInt.empty()), Tuple.of(1, OptionalInt.of(1)));
    Arbitrary<Boolean> finely = Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
    Arbitrary<String> fails =
        Arbitraries.frequency(Tuple.of(7, ""), Tuple.of(1, "c baseline:1"), Tuple.of(1, "b t:0"));
    return finely.flatMap(
        each ->
            Combinators.combine(
                    studies(),
                    Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                    treatments,
                    keep,
                    Arbitraries.just(each),
                    dies(each),
                    Arbitraries.of(true, false),
                    fails)
                .as(Job::new));
  }

  private static Arbitrary<Integer> dies(boolean finely) {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0)),
        Tuple.of(1, Arbitraries.integers().between(1, actions(finely))));
  }

  /** A whole run changes the disk some 200 times, and its journals some 20 times. */
  private static int actions(boolean finely) {
    return finely ? 210 : 24;
  }

  private static Arbitrary<Study> studies() {
    Arbitrary<String> codes =
        Arbitraries.frequency(Tuple.of(5, "1"), Tuple.of(2, "2"), Tuple.of(1, "1+"));
    return Combinators.combine(
            codes,
            codes,
            codes,
            Arbitraries.frequency(Tuple.of(5, 2), Tuple.of(1, 3)),
            Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
        .as((a, b, c, count, u) -> new Study(a, b, c, count, u, FIRST.ofB()));
  }
}
