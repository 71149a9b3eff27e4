package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.StepRef;
import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.engine.TaskRun;
import dev.crystallize.runtime.store.StagedOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One attempt at one task: the pipeline from its data to its last step. */
final class TaskPass implements TaskScope {

  private final NodeProgram program;
  private final RunResources resources;
  private final TaskRun run;
  private final RunListener listener;
  private final TaskId task;
  private final MetricsRecorder metrics = new MetricsRecorder();
  private final Map<String, Object> feeds = new HashMap<>();
  private final TaskMemory memory = new TaskMemory();

  TaskPass(NodeProgram program, RunResources resources, TaskRun run, RunListener listener) {
    this.program = program;
    this.resources = resources;
    this.run = run;
    this.listener = listener;
    this.task = new TaskId(run.experiment(), run.condition(), run.replicate());
  }

  TaskResult run() throws Exception {
    @Nullable Object data = firstData();
    List<StepCode> steps = program.node().steps();
    for (int i = 0; i < steps.size(); i++) {
      run.step(new StepRef(steps.get(i).name(), i));
      data = step(steps.get(i), i, data);
    }
    return metrics.result();
  }

  @SuppressWarnings("NullAway") // a pipeline without data hands on null, typed Void
  private @Nullable Object step(StepCode step, int position, @Nullable Object data)
      throws Exception {
    StepContext context = program.stepContext(this, position);
    try {
      return step.body().run(context, data);
    } catch (ClassCastException e) {
      throw InputMisfit.explained(e, program.node(), this::known);
    } finally {
      context.end();
    }
  }

  private @Nullable Object firstData() throws Exception {
    Start start = program.node().start();
    return switch (start.kind()) {
      case NOTHING -> null;
      case ALL ->
          new LazyInputs(program.node().feeds().stream().map(Feed::alias).toList(), this::feed);
      case ONE -> {
        String alias = start.alias().orElseThrow();
        run.step(alias);
        yield loaded(alias);
      }
    };
  }

  private synchronized Optional<Object> known(String alias) {
    return Optional.ofNullable(feeds.get(alias));
  }

  @Override
  public TaskId task() {
    return task;
  }

  @Override
  public boolean revoked() {
    return run.revoked();
  }

  @Override
  public Object feed(String alias) {
    try {
      return loaded(alias);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("datasource '" + alias + "' failed: " + e, e);
    }
  }

  private synchronized Object loaded(String alias) throws Exception {
    Object known = feeds.get(alias);
    if (known != null) {
      return known;
    }
    Feed feed = program.feed(alias);
    Object value = feed instanceof Feed.Own own ? fetched(own) : load((Feed.Upstream) feed, alias);
    if (value == null) {
      throw new IllegalStateException("datasource '" + alias + "' gave null");
    }
    feeds.put(alias, value);
    return value;
  }

  private @Nullable Object fetched(Feed.Own source) throws Exception {
    StepContext context = program.sourceContext(this, source);
    try {
      return source.body().fetch(context);
    } finally {
      context.end();
    }
  }

  private Object load(Feed.Upstream upstream, String alias) throws Exception {
    return Artifacts.load(upstream.input().loader(), run.artifact(alias));
  }

  @Override
  public Object resource(SharedResource<?> resource) {
    NodeValues values = program.node().values();
    return resources.get(
        resource,
        declaration -> Effective.values(values, task.condition(), declaration),
        run::revoked);
  }

  @Override
  public <T> T content(String alias, RawForm<T> form) {
    if (program.feed(alias) instanceof Feed.Own) {
      throw new IllegalArgumentException("'" + alias + "' is no artifact but a datasource");
    }
    return Artifacts.load(form.loader(), run.artifact(alias));
  }

  @Override
  public <T> void write(OutputSlot<T> output, T value) {
    write(program.output(output.alias()), value);
  }

  @SuppressWarnings("unchecked") // the slot was typed by this very output
  private <T> void write(OutputCode<T> output, Object value) {
    StagedOutput staged = run.create(output.alias());
    Artifacts.write(
        output.alias(),
        () -> {
          Staging staging = new Staging(staged);
          try {
            output.writer().write((T) value, staging);
          } catch (Exception e) {
            staging.abandon();
            throw e;
          }
          staging.finish();
        });
  }

  @Override
  public MetricsRecorder metrics() {
    return metrics;
  }

  @Override
  public Optional<Object> added(String key) {
    return memory.added(key);
  }

  @Override
  public void add(String key, Object value) {
    memory.add(key, value);
  }

  @Override
  public <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return memory.instance(type, constructor);
  }

  @Override
  public void progress(double fraction, String text) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    ListenerCall.guard(() -> listener.progress(task, fraction, text));
    // What a listener does to the thread is nothing that the step should see.
    if (!interrupted && Thread.interrupted() && run.revoked()) {
      Thread.currentThread().interrupt();
    }
  }
}
