package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class of the project as it was read.
 *
 * @param name its internal name
 * @param superName the superclass's internal name, empty for an interface's and {@code Object}'s
 * @param interfaces the interfaces it names itself
 * @param nested the classes of its nest, if it is their host
 * @param header its modifiers, superclass, interfaces, record components and permitted subclasses
 * @param members its fields and methods
 * @param unknownFormat a digest of the whole file, if it is of a format that is not known
 */
record ProjectClass(
    String name,
    String superName,
    Set<String> interfaces,
    Set<String> nested,
    MemberCode header,
    Map<MemberId, MemberCode> members,
    Optional<String> unknownFormat) {

  /** The superclass, if it has one, and the interfaces. */
  Set<String> supertypes() {
    Set<String> supertypes = new LinkedHashSet<>(interfaces);
    if (!superName.isEmpty()) {
      supertypes.add(superName);
    }
    return supertypes;
  }

  /** A member that the class itself declares. */
  Optional<MemberCode> member(MemberId id) {
    return Optional.ofNullable(members.get(id));
  }

  /** The body of a lambda, if a handle on that member leads to one. */
  Optional<MemberCode> lambda(MemberId id) {
    return member(id).filter(member -> id.isMethod() && member.isSynthetic());
  }

  /** The members in the order of their names, without the bodies of lambdas. */
  List<MemberCode> ownMembers() {
    Set<MemberId> lambdas = new HashSet<>();
    for (MemberCode member : members.values()) {
      for (MemberCode.Piece piece : member.content()) {
        if (piece instanceof OwnHandle handle && lambda(handle.target()).isPresent()) {
          lambdas.add(handle.target());
        }
      }
    }
    List<MemberCode> own = new ArrayList<>(members.values());
    own.removeIf(member -> lambdas.contains(member.id()));
    own.sort(
        Comparator.comparing((MemberCode member) -> member.id().name())
            .thenComparing(member -> member.id().descriptor()));
    return own;
  }
}
