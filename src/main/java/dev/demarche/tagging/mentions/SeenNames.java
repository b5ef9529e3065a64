package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import java.util.List;

/** Fits what the model sees to the tokens of an article, and asks the catalogue whom it means. Used by one thread. */
final class SeenNames {
  private final Document document;
  private final NameIndex names;

  SeenNames(Document document, NameIndex names) {
    this.document = document;
    this.names = names;
  }

  /** The name's tokens and whom the catalogue knows by them; null where the name is no more than a part of a token ("US-backed"). */
  Candidate candidate(Named seen) {
    int from = document.tokenAt(seen.begin());
    int to = Math.min(document.tokenAt(seen.end() - 1) + 1, document.tokens().size());
    while (from < to && !document.token(from).word()) {
      from++;
    }
    while (to > from && !document.token(to - 1).word()) {
      to--;
    }
    if (to == from || to - from == 1 && cuts(from, seen)) {
      return null;
    }
    Candidate known = known(from, to, seen);
    if (known != null) {
      return known;
    }
    while (from < to - 1 && (document.lower(from).equals("the") && !document.token(from).capitalised()
        || seen.type() == EntityType.PERSON && NameWords.is("title", document.lower(from)))) {
      from++;
    }
    return new Candidate(from, to, seen, List.of());
  }

  /** Whether a letter or digit of the token stands outside of the name: "U.S" is "U.S.", but "US" is not "US-backed". */
  private boolean cuts(int token, Named seen) {
    String text = document.text();
    int end = document.token(token).end();
    for (int i = document.token(token).begin(); i < end; i++) {
      if ((i < seen.begin() || i >= seen.end()) && Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The longest end of the name that the catalogue knows, if what stands before it can be left out: an article, a person's titles. */
  private Candidate known(int from, int to, Named seen) {
    for (int start = from; start < to; start++) {
      List<NameUse> uses = names.named(text(start, to));
      if (!uses.isEmpty() && (start == from || to - start > 1 || leftOut(from, start)) && agree(seen.type(), uses.get(0), to - start)) {
        return new Candidate(start, to, seen, uses);
      }
      boolean person = seen.type() == EntityType.PERSON;
      if (!person && !leftOut(from, start + 1)) {
        break;
      }
    }
    return seen.type() == EntityType.PERSON ? byBothNames(from, to, seen) : null;
  }

  private boolean leftOut(int from, int start) {
    for (int i = from; i < start; i++) {
      if (!document.lower(i).equals("the") && !NameWords.is("title", document.lower(i))) {
        return false;
      }
    }
    return true;
  }

  /** "Donald J. Trump" by the given name and the surname of Donald Trump. */
  private Candidate byBothNames(int from, int to, Named seen) {
    int start = from;
    while (start < to - 2 && NameWords.is("title", document.lower(start))) {
      start++;
    }
    String given = document.token(start).text() + " ";
    List<NameUse> uses = to - start < 2 ? List.of() : names.named(document.token(to - 1).text()).stream()
        .filter(use -> use.way() == Way.SURNAME && (use.actor().name().startsWith(given)
            || use.actor().aliases().stream().anyMatch(alias -> alias.startsWith(given))))
        .map(use -> new NameUse(use.actor(), Way.NAME)).toList();
    return uses.size() == 1 ? new Candidate(start, to, seen, uses) : null;
  }

  /**
   * Whether what the model sees can be whom the catalogue knows by the same words. A single word that it sees as a person is no place
   * ("Jordan"), and one that it sees as something else is no person ("Lincoln"); more words than one are not the same by chance.
   */
  private static boolean agree(EntityType seen, NameUse use, int size) {
    EntityType known = use.actor().type();
    boolean person = seen == EntityType.PERSON;
    return size > 1 || known == EntityType.ORGANIZATION && use.way() == Way.NAME || person == (known == EntityType.PERSON);
  }

  private String text(int from, int to) {
    return document.span(from, to).text().replaceAll("[\\s\\u00a0]+", " ");
  }
}
