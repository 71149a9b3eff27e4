package dev.crystallize.runtime.config;

/**
 * One entry of {@code datasource}.
 *
 * @param alias the name by which steps read it
 * @param target where the data come from
 */
public record DataSourceConfig(Located<String> alias, SourceTarget target) {}
