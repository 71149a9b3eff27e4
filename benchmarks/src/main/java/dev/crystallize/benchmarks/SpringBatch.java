package dev.crystallize.benchmarks;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs jobs with Spring Batch. */
final class SpringBatch {

  private SpringBatch() {}

  /** A job of so many steps, one after another, in a new database. */
  static void job(int steps) throws Exception {
    DataSource database =
        new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .addScript("/org/springframework/batch/core/schema-h2.sql")
            .build();
    PlatformTransactionManager transactions = new JdbcTransactionManager(database);
    JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
    factory.setDataSource(database);
    factory.setTransactionManager(transactions);
    factory.afterPropertiesSet();
    JobRepository repository = factory.getObject();
    SimpleJobBuilder job =
        new JobBuilder("roots", repository).start(step(0, repository, transactions));
    for (int i = 1; i < steps; i++) {
      job = job.next(step(i, repository, transactions));
    }
    run(job.build(), repository);
  }

  private static Step step(
      int number, JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("root" + number, repository)
        .tasklet(
            (contribution, chunk) -> {
              chunk.setAttribute("root", Studies.measure(number));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private static void run(Job job, JobRepository repository) throws Exception {
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    launcher.afterPropertiesSet();
    JobExecution ended = launcher.run(job, new JobParametersBuilder().toJobParameters());
    if (ended.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException("the job ended as " + ended);
    }
  }
}
