package dev.demarche.cli;

import picocli.CommandLine.Command;

/** Measurements. */
@Command(name = "bench", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Measures the stream on this machine.")
final class BenchCommand {}
