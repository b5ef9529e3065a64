package dev.demarche.tagging.encoder;

final class Pieces {
  static final int LONGEST_WORD = 100;
}
