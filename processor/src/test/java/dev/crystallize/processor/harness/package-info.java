/** Compiles small projects with javac and ECJ and tells what came out. */
package dev.crystallize.processor.harness;
