package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.EntryPoint.CallsOf;
import dev.crystallize.runtime.fingerprint.EntryPoint.Method;
import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import dev.crystallize.runtime.fingerprint.Reference.Instance;
import dev.crystallize.runtime.fingerprint.Reference.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns entry points into the first references of a walk. */
final class EntryFinder {

  private static final String CATALOG = "$Catalog";

  private final ProjectClasses classes;
  private final CodeWalk walk;

  EntryFinder(ProjectClasses classes, CodeWalk walk) {
    this.classes = classes;
    this.walk = walk;
  }

  void enter(EntryPoint entry) {
    String name = entry.className().replace('.', '/');
    if (classes.home(name) == ClassHome.MISSING) {
      walk.missing(entry.className());
    } else if (entry instanceof Method method) {
      method(name, method);
    } else if (entry instanceof CallsOf calls) {
      calls(name, calls);
    } else {
      walk.follow(new Instance(name));
    }
  }

  private void method(String name, Method entry) {
    Optional<ProjectClass> holder = walk.counted(name);
    if (holder.isEmpty()) {
      return;
    }
    List<MemberCode> found = named(holder.get(), entry.name());
    if (found.isEmpty() || holder.get().unknownFormat().isPresent()) {
      walk.follow(new Instance(name));
    }
    if (found.isEmpty() && holder.get().unknownFormat().isEmpty()) {
      walk.missing(entry.className() + "." + entry.name());
    }
    found.forEach(member -> walk.follow(new Use(name, member.id(), member.isStatic())));
  }

  /** The methods of a name in the nearest class of the project that has any. */
  private List<MemberCode> named(ProjectClass holder, String name) {
    List<MemberCode> found =
        holder.members().values().stream()
            .filter(member -> member.id().isMethod() && member.id().name().equals(name))
            .toList();
    if (!found.isEmpty()) {
      return found;
    }
    return holder.supertypes().stream()
        .flatMap(above -> walk.counted(above).stream())
        .map(above -> named(above, name))
        .filter(inherited -> !inherited.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void calls(String name, CallsOf entry) {
    Set<String> nest = new LinkedHashSet<>();
    nest.add(name);
    Optional<ProjectClass> generated = classes.find(name);
    if (generated.isEmpty()) {
      walk.missing(entry.className());
      return;
    }
    nest.addAll(generated.get().nested());
    for (String each : entry.member().isPresent() ? Set.of(name) : counted(name, nest)) {
      Optional<ProjectClass> holder = classes.find(each);
      if (holder.isEmpty()) {
        walk.missing(ProjectClasses.binary(each));
      } else {
        holder.get().ownMembers().stream()
            .filter(member -> entry.member().map(member.id().name()::equals).orElse(true))
            .forEach(member -> callsOf(nest, holder.get(), member, new LinkedHashSet<>()));
      }
    }
  }

  /** Code that is only listed counts when it is an entry point itself. */
  private static Set<String> counted(String name, Set<String> nest) {
    Set<String> counted = new LinkedHashSet<>(nest);
    counted.removeIf(each -> each.startsWith(name + CATALOG));
    return counted;
  }

  private void callsOf(
      Set<String> nest, ProjectClass holder, MemberCode member, Set<MemberId> seen) {
    if (!seen.add(member.id())) {
      return;
    }
    for (Reference reference : member.references()) {
      if (!nest.contains(reference.owner()) && !isJudge(reference)) {
        walk.follow(reference);
      }
    }
    for (MemberCode.Piece piece : member.content()) {
      if (piece instanceof OwnHandle handle) {
        holder
            .lambda(handle.target())
            .filter(lambda -> lambda.references().stream().noneMatch(this::isJudge))
            .ifPresent(lambda -> callsOf(nest, holder, lambda, seen));
      }
    }
  }

  private boolean isJudge(Reference reference) {
    if (!(reference instanceof Use use)) {
      return false;
    }
    return classes
        .find(use.owner())
        .flatMap(holder -> holder.member(use.member()))
        .map(MemberCode::isJudge)
        .orElse(false);
  }
}
