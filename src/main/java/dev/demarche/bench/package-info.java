/**
 * Measurements of tagging, of watching and of the stream on the machine at hand, and proofs that the stream loses and doubles nothing. Enter by
 * {@link dev.demarche.bench.TaggingBench}, {@link dev.demarche.bench.WatchingBench}, {@link dev.demarche.bench.StreamBench},
 * {@link dev.demarche.bench.LatencyBench}, {@link dev.demarche.bench.CrashBench} and {@link dev.demarche.bench.ChaosBench}.
 *
 * <p>Imports everything but {@code cli}.
 */
package dev.demarche.bench;
