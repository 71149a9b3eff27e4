package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import dev.crystallize.runtime.fingerprint.Reference.Instance;
import dev.crystallize.runtime.fingerprint.Reference.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One walk along references through the classes of the project. */
final class CodeWalk {

  /** What ends the name of a class's header, which leads to its superclass and is no call. */
  private static final String HEADER = ".class";

  private final ProjectClasses classes;
  private final Deque<Reference> waiting = new ArrayDeque<>();
  private final Set<Reference> seen = new HashSet<>();
  private final Set<String> initialised = new HashSet<>();
  private final Map<String, ProjectClass> whole = new LinkedHashMap<>();
  private final Map<String, Set<MemberId>> single = new LinkedHashMap<>();
  private final Map<String, Set<String>> randoms = new TreeMap<>();

  /** The member that a reference was met in first, and the one that led to a member first. */
  private final Map<Reference, String> metIn = new HashMap<>();

  private final Map<String, String> reachedFrom = new HashMap<>();

  /** The member that is being looked at; empty at an entry point. */
  private String current = "";

  private final Set<String> unreadable = new TreeSet<>();
  private boolean libraries;

  CodeWalk(ProjectClasses classes) {
    this.classes = classes;
  }

  void follow(Reference reference) {
    if (seen.add(reference)) {
      waiting.add(reference);
      metIn.put(reference, current);
    }
  }

  /** Something of which there is no bytecode. */
  void missing(String what) {
    unreadable.add(what);
  }

  /** The class of the project by that name, if it counts; takes note of libraries. */
  Optional<ProjectClass> counted(String name) {
    if (classes.home(name) == ClassHome.LIBRARY) {
      libraries = true;
    }
    if (classes.isLeftOut(name)) {
      return Optional.empty();
    }
    Optional<ProjectClass> found = classes.find(name);
    if (classes.isUnreadable(name)) {
      missing(ProjectClasses.binary(name));
    }
    return found;
  }

  Reached finish() {
    for (Reference next = waiting.poll(); next != null; next = waiting.poll()) {
      current = metIn.getOrDefault(next, "");
      counted(next.owner()).ifPresent(follower(next));
    }
    List<String> unknown =
        whole.values().stream()
            .filter(each -> each.unknownFormat().isPresent())
            .map(each -> ProjectClasses.binary(each.name()))
            .sorted()
            .toList();
    return new Reached(
        CodeFacts.of(classes, whole, single),
        libraries,
        unseeded(),
        unknown,
        List.copyOf(unreadable));
  }

  private List<UnseededRandom> unseeded() {
    List<UnseededRandom> unseeded = new ArrayList<>();
    randoms.forEach(
        (member, calls) ->
            calls.forEach(call -> unseeded.add(new UnseededRandom(path(member), call))));
    return unseeded;
  }

  private List<String> path(String member) {
    List<String> path = new ArrayList<>();
    for (String each = member; !each.isEmpty(); each = reachedFrom.getOrDefault(each, "")) {
      if (!each.endsWith(HEADER)) {
        path.add(each);
      }
    }
    Collections.reverse(path);
    return path;
  }

  private record Declared(ProjectClass holder, MemberCode member) {}

  private Consumer<ProjectClass> follower(Reference reference) {
    return holder -> {
      if (reference instanceof Use use) {
        use(holder, use);
      } else {
        instance(holder);
      }
    };
  }

  private void use(ProjectClass holder, Use use) {
    if (!use.isStatic() || holder.unknownFormat().isPresent()) {
      follow(new Instance(holder.name()));
    }
    declaring(holder, use.member())
        .ifPresent(
            found -> {
              // A class that counts whole counts without judges, unless something calls them.
              if (use.isStatic() || found.member().isJudge()) {
                single(found.holder(), found.member());
                initialise(found.holder());
              }
            });
  }

  private void instance(ProjectClass holder) {
    if (whole.put(holder.name(), holder) == null) {
      visit(holder, holder.header());
      holder.ownMembers().stream()
          .filter(member -> !member.isJudge())
          .forEach(member -> visit(holder, member));
    }
  }

  /** The nearest class of the project that declares a member which is used through another. */
  private Optional<Declared> declaring(ProjectClass holder, MemberId member) {
    Optional<MemberCode> own = holder.member(member);
    if (own.isPresent()) {
      return Optional.of(new Declared(holder, own.get()));
    }
    for (String supertype : holder.supertypes()) {
      Optional<Declared> found = counted(supertype).flatMap(above -> declaring(above, member));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private void single(ProjectClass holder, MemberCode member) {
    if (single.computeIfAbsent(holder.name(), each -> new LinkedHashSet<>()).add(member.id())) {
      visit(holder, member);
    }
  }

  private void initialise(ProjectClass holder) {
    if (initialised.add(holder.name())) {
      holder.member(MemberId.INITIALISER).ifPresent(code -> single(holder, code));
      for (String supertype : holder.supertypes()) {
        counted(supertype).ifPresent(this::initialise);
      }
    }
  }

  private void visit(ProjectClass holder, MemberCode member) {
    String name = CodeFacts.words(holder, member);
    reachedFrom.putIfAbsent(name, current);
    String caller = current;
    current = name;
    MemberDigest.withLambdas(
        holder,
        member,
        code -> {
          code.references().forEach(this::follow);
          code.randoms()
              .forEach(call -> randoms.computeIfAbsent(name, each -> new TreeSet<>()).add(call));
          for (MemberCode.Piece piece : code.content()) {
            if (piece instanceof OwnHandle handle && holder.lambda(handle.target()).isEmpty()) {
              follow(handle.reference());
            }
          }
        });
    current = caller;
  }
}
