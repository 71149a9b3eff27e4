/** What users and generated code work with: nodes, graphs, run options and results. */
@NullMarked
package dev.crystallize.runtime;

import org.jspecify.annotations.NullMarked;
