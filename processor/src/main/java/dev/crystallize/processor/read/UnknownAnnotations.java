package dev.crystallize.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations that the compiler cannot resolve, mostly because an import is missing, and
 * members that ours do not have. What they are on may be meant as anything, so nothing can be said
 * about it. The compiler names them.
 */
public final class UnknownAnnotations {

  private static final String OURS = "dev.crystallize.annotations.";

  private final Optional<InTrees> trees;

  /** Makes a finder for all rounds. */
  public UnknownAnnotations(ProcessingEnvironment environment) {
    this.trees = InTrees.of(environment);
  }

  /** Returns whether one is on a method of a class, or on a parameter of one. */
  boolean areInCodeOf(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (areOn(method) || method.getParameters().stream().anyMatch(UnknownAnnotations::areOn)) {
        return true;
      }
    }
    return trees.isPresent() && trees.get().inCodeOf(type);
  }

  /** Returns whether one is on any of these classes, or on a class nested in them. */
  public boolean areOnAnyOf(Collection<TypeElement> types) {
    return types.stream().anyMatch(this::areOnType);
  }

  private boolean areOnType(TypeElement type) {
    return areOn(type)
        || (trees.isPresent() && trees.get().onType(type))
        || areOnAnyOf(ElementFilter.typesIn(type.getEnclosedElements()));
  }

  private static boolean areOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .anyMatch(
            type ->
                type.getKind() == TypeKind.ERROR
                    || type.asElement().getKind() != ElementKind.ANNOTATION_TYPE);
  }

  /** The same from the source, for javac of JDK 17 keeps them out of its elements. */
  private record InTrees(Trees trees) {

    static Optional<InTrees> of(ProcessingEnvironment environment) {
      if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new InTrees(Trees.instance(environment)));
      } catch (IllegalArgumentException isNotJavac) {
        return Optional.empty();
      }
    }

    boolean inCodeOf(TypeElement type) {
      TreePath path = trees.getPath(type);
      return path != null && new Scan(false).found(path);
    }

    boolean onType(TypeElement type) {
      TreePath path = trees.getPath(type);
      return path != null && new Scan(true).found(path);
    }

    /** Looks through one class: what is on it, or on its methods; not what is inside them. */
    private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {

      private final boolean onClass;
      private boolean found;

      Scan(boolean onClass) {
        this.onClass = onClass;
      }

      boolean found(TreePath path) {
        ClassTree type = (ClassTree) path.getLeaf();
        if (onClass) {
          scan(new TreePath(path, type.getModifiers()), null);
        } else {
          TreePath modifiers = new TreePath(path, type.getModifiers());
          for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            found |= hasUnknownMember(annotation, typeOf(new TreePath(modifiers, annotation)));
          }
          type.getMembers().stream()
              .filter(MethodTree.class::isInstance)
              .forEach(method -> scan(new TreePath(path, method), null));
        }
        return found;
      }

      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        scan(method.getModifiers(), null);
        return scan(method.getParameters(), null);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree parameter, @Nullable Void nothing) {
        return scan(parameter.getModifiers(), null);
      }

      @Override
      public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
        TypeMirror type = typeOf(getCurrentPath());
        found |= type != null && type.getKind() == TypeKind.ERROR;
        found |= hasUnknownMember(annotation, type);
        return null;
      }

      private @Nullable TypeMirror typeOf(TreePath annotation) {
        AnnotationTree tree = (AnnotationTree) annotation.getLeaf();
        return trees.getTypeMirror(new TreePath(annotation, tree.getAnnotationType()));
      }

      /** Whether it gives one of our annotations a member that it does not have. */
      private static boolean hasUnknownMember(AnnotationTree tree, @Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !TypeFacts.nameOf(type).startsWith(OURS)) {
          return false;
        }
        List<String> known =
            ElementFilter.methodsIn(declared.asElement().getEnclosedElements()).stream()
                .map(member -> member.getSimpleName().toString())
                .toList();
        return tree.getArguments().stream()
            .filter(AssignmentTree.class::isInstance)
            .map(argument -> ((AssignmentTree) argument).getVariable().toString())
            .anyMatch(member -> !known.contains(member));
      }
    }
  }
}
