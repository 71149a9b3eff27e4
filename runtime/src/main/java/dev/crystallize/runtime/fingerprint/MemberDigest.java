package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.MemberCode.Named;
import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import dev.crystallize.runtime.fingerprint.MemberCode.Piece;
import dev.crystallize.runtime.fingerprint.MemberCode.Plain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Digests a member, or a class whole. The bodies of lambdas count in their place, and classes that
 * the compiler numbers are numbered anew in the order in which they are mentioned, and then count
 * with what mentions them.
 */
final class MemberDigest {

  private final ProjectClasses classes;
  private final Set<String> inlined;
  private final MessageDigest digest = Sha256.start();
  private final List<String> numbered = new ArrayList<>();
  private final Set<String> open = new HashSet<>();

  /**
   * Starts a digest.
   *
   * @param classes finds numbered classes
   * @param inlined takes the names of those that count here
   */
  MemberDigest(ProjectClasses classes, Set<String> inlined) {
    this.classes = classes;
    this.inlined = inlined;
  }

  String of(ProjectClass holder, MemberCode member) {
    add(holder, member);
    return finish();
  }

  String of(ProjectClass whole) {
    if (whole.unknownFormat().isPresent()) {
      return whole.unknownFormat().get();
    }
    add(whole);
    return finish();
  }

  private String finish() {
    for (int next = 0; next < numbered.size(); next++) {
      write("class " + next);
      classes.find(numbered.get(next)).ifPresent(this::add);
    }
    return Sha256.shortHex(digest);
  }

  private void add(ProjectClass whole) {
    whole.unknownFormat().ifPresent(this::write);
    add(whole, whole.header());
    for (MemberCode member : whole.ownMembers()) {
      if (!member.isJudge()) {
        write("member " + member.id().name() + neutral(member.id().descriptor()));
        add(whole, member);
      }
    }
  }

  private void add(ProjectClass holder, MemberCode member) {
    for (Piece piece : member.content()) {
      if (piece instanceof Plain plain) {
        write("plain " + plain.length());
        plain.addTo(digest);
      } else if (piece instanceof Named named) {
        write("named " + neutral(named.text()));
      } else if (piece instanceof OwnHandle handle) {
        add(holder, handle);
      }
    }
  }

  private void add(ProjectClass holder, OwnHandle handle) {
    MemberId target = handle.target();
    Optional<MemberCode> lambda = holder.lambda(target);
    if (lambda.isEmpty()) {
      write("handle " + target.name() + neutral(target.descriptor()));
    } else if (open.add(holder.name() + "." + target.name() + target.descriptor())) {
      write("lambda");
      add(holder, lambda.get());
      write("end");
      open.remove(holder.name() + "." + target.name() + target.descriptor());
    } else {
      write("the lambda itself");
    }
  }

  private String neutral(String names) {
    return Numbered.replace(names, this::number);
  }

  private String number(String name) {
    if (classes.isLeftOut(name) || classes.find(name).isEmpty()) {
      return name;
    }
    if (!numbered.contains(name)) {
      numbered.add(name);
      inlined.add(name);
    }
    return "#" + numbered.indexOf(name);
  }

  private void write(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** Visits a member and the bodies of the lambdas in it, each once. */
  static void withLambdas(ProjectClass holder, MemberCode member, Consumer<MemberCode> visitor) {
    withLambdas(holder, member, visitor, new HashSet<>());
  }

  private static void withLambdas(
      ProjectClass holder, MemberCode member, Consumer<MemberCode> visitor, Set<MemberId> seen) {
    if (!seen.add(member.id())) {
      return;
    }
    visitor.accept(member);
    for (Piece piece : member.content()) {
      if (piece instanceof OwnHandle handle) {
        holder
            .lambda(handle.target())
            .ifPresent(lambda -> withLambdas(holder, lambda, visitor, seen));
      }
    }
  }
}
