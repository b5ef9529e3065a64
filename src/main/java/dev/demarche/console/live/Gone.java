package dev.demarche.console.live;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Lets a viewer go when its connection has ended, however it did. */
record Gone(Viewer viewer) implements AsyncListener {
  @Override
  public void onComplete(AsyncEvent event) {
    viewer.end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    viewer.end();
  }

  @Override
  public void onError(AsyncEvent event) {
    viewer.end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is the one that goes on.
  }
}
