package dev.demarche.delivery.channels;

import java.time.Duration;
import java.util.Objects;

/** What came of an attempt; the answer is in words, on one line, without anything secret. */
public sealed interface Outcome {

  /** What the receiver answered, or why it did not. */
  String answer();

  /** The receiver has it. */
  record Delivered(String answer) implements Outcome {
    public Delivered {
      Objects.requireNonNull(answer, "answer");
    }
  }

  /**
   * The receiver does not have it, or did not say that it has.
   *
   * @param after how long the receiver asks to be left alone, or null
   */
  record Later(String answer, Duration after) implements Outcome {
    public Later {
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** The receiver does not take this message, however often it is sent. */
  record Refused(String answer) implements Outcome {
    public Refused {
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** The receiver wants no more messages at all. */
  record Gone(String answer) implements Outcome {
    public Gone {
      Objects.requireNonNull(answer, "answer");
    }
  }
}
