package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import dev.crystallize.runtime.fingerprint.MemberCode.Piece;
import dev.crystallize.runtime.fingerprint.MemberCode.Plain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Digests members of a class with the bodies of their lambdas in place. */
final class MemberDigest {

  private final ProjectClass holder;
  private final MessageDigest digest;
  private final Set<MemberId> open = new HashSet<>();

  MemberDigest(ProjectClass holder, MessageDigest digest) {
    this.holder = holder;
    this.digest = digest;
  }

  /** Adds the name of a member that counts by its name. */
  void name(MemberId id) {
    write("member " + id.name() + id.descriptor());
  }

  /** Adds a member's content to the digest. */
  void add(MemberCode member) {
    for (Piece piece : member.content()) {
      if (piece instanceof Plain plain) {
        write("plain " + plain.digest());
      } else if (piece instanceof OwnHandle handle) {
        add(handle);
      }
    }
  }

  private void add(OwnHandle handle) {
    MemberId target = handle.target();
    Optional<MemberCode> lambda = holder.lambda(target);
    if (lambda.isEmpty()) {
      write("handle " + target.name() + target.descriptor());
    } else if (open.add(target)) {
      write("lambda");
      add(lambda.get());
      write("end");
      open.remove(target);
    } else {
      write("the lambda itself");
    }
  }

  private void write(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** Visits a member and the bodies of the lambdas in it, each once. */
  static void withLambdas(ProjectClass holder, MemberCode member, Consumer<MemberCode> visitor) {
    Set<MemberId> seen = new LinkedHashSet<>();
    withLambdas(holder, member, visitor, seen);
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
