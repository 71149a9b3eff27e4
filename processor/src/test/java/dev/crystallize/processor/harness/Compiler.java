package dev.crystallize.processor.harness;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that the processor must work the same in. */
public enum Compiler {
  /** That of the running JDK. */
  JAVAC,
  /** Eclipse's. */
  ECJ;

  /** Returns the compiler. */
  public JavaCompiler tool() {
    return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
  }
}
