package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Verbs;
import java.util.HashSet;
import java.util.Set;

/** What the words of a cue tell, from {@code cues.txt}: speech, or a thought or wish. Immutable. */
final class CueWords {
  private static final CueWords ONLY = new CueWords();

  private final Set<String> speech = new HashSet<>();
  private final Set<String> hearers = new HashSet<>();
  private final Set<String> attitudes = new HashSet<>();

  private CueWords() {
    for (String line : Verbs.lines("cues.txt")) {
      String[] words = line.split("\\s+");
      for (int i = 1; i < words.length; i++) {
        switch (words[0]) {
          case "speech" -> speech.addAll(Verbs.forms(words[i]));
          case "hearer" -> hearers.addAll(Verbs.forms(words[i]));
          case "attitude" -> attitudes.addAll(Verbs.forms(words[i]));
          case "state" -> attitudes.add(words[i]);
          default -> throw new IllegalStateException("cues.txt: a line starts with " + words[0] + ", not with speech, hearer, attitude or state");
        }
      }
    }
  }

  static CueWords standard() {
    return ONLY;
  }

  /** Whether the form is that of a verb of saying that takes a that-clause. */
  boolean speech(String form) {
    return speech.contains(form);
  }

  /** Whether the form is that of a verb of saying that may have a hearer before its clause: "told us that". */
  boolean hearer(String form) {
    return hearers.contains(form);
  }

  /** Whether the cue tells a thought or a wish and no speech: "believes", "is confident", but not "said he hoped". */
  boolean attitude(Document document, Piece cue) {
    boolean attitude = false;
    for (int i = cue.from(); i < cue.to(); i++) {
      if (speech.contains(document.lower(i))) {
        return false;
      }
      attitude |= attitudes.contains(document.lower(i));
    }
    return attitude;
  }
}
