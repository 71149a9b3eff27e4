package dev.crystallize.processor.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.Identifiers;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A nested class of names as constants, so that code which uses them is checked. */
final class NamesGenerator {

  private NamesGenerator() {}

  static TypeSpec names(String className, String javadoc, Collection<String> names) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className)
            .addJavadoc("$L", javadoc)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    NameScope scope = new NameScope(List.of());
    for (String name : names) {
      type.addField(
          FieldSpec.builder(TypeNames.STRING, scope.unique(Identifiers.upperSnakeCase(name)))
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("$L.", TextLiteral.code(name))
              .initializer("$L", TextLiteral.of(name))
              .build());
    }
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .build();
  }
}
