package dev.demarche.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does work on several threads and hands over what comes of it in the order in which it was given, each as soon as it and those before it are
 * done. Holds no more than a few at a time. Given work by one thread.
 */
final class InOrder<T, R> implements AutoCloseable {
  private static final int WAITING_PER_THREAD = 4;

  private final Future<R> end = new CompletableFuture<>();
  private final Function<T, R> work;
  private final ExecutorService workers;
  private final BlockingQueue<Future<R>> given;
  private final Thread taker;
  private volatile RuntimeException fault;

  /**
   * @param threads that work, 1 or more
   * @param each    is given what came of it, by a thread of its own
   */
  InOrder(int threads, Function<T, R> work, Consumer<R> each) {
    this.work = work;
    this.workers = Executors.newFixedThreadPool(threads);
    this.given = new ArrayBlockingQueue<>(threads * WAITING_PER_THREAD);
    this.taker = new Thread(() -> take(each), "in-order");
    taker.start();
  }

  /** Gives work; waits while too much of it waits. What is given once some of it has failed is left undone. */
  void give(T value) {
    if (fault == null) {
      put(workers.submit(() -> work.apply(value)));
    }
  }

  private void put(Future<R> future) {
    try {
      given.put(future);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void take(Consumer<R> each) {
    try {
      for (Future<R> next = given.take(); next != end; next = given.take()) {
        if (fault == null) {
          handOver(next, each);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOver(Future<R> next, Consumer<R> each) throws InterruptedException {
    try {
      each.accept(next.get());
    } catch (ExecutionException e) {
      fault = e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
    } catch (RuntimeException e) {
      fault = e;
    }
  }

  /**
   * Waits until all is done and handed over.
   *
   * @throws RuntimeException that the work, or what it was handed to, has thrown
   */
  @Override
  public void close() {
    put(end);
    try {
      taker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
    if (fault != null) {
      throw fault;
    }
  }
}
