package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import java.util.List;
import java.util.Set;

/** Fits what the model sees to the tokens of an article, and asks the catalogue whom it means. Used by one thread. */
final class SeenNames {
  private static final int SHORT_WORD = 3;
  private static final int LONGEST_TITLES = 8;
  /** Burmese for Mr. and Mrs., which stand before whole names. */
  private static final Set<String> HONORIFICS = Set.of("U", "Daw");
  private static final int LONGEST_COUNTRY = 2;
  private static final Set<String> COMPANY = Set.of("inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "cos.", "ltd", "ltd.",
      "limited", "plc", "ag", "sa", "s.a.", "se", "n.v.", "nv", "llc", "l.p.", "lp", "gmbh", "group", "holdings", "spa", "s.p.a.");

  private final Document document;
  private final NameIndex names;
  private final Surroundings surroundings;
  private final OtherSpellings otherSpellings;

  SeenNames(Document document, NameIndex names, Surroundings surroundings, List<Named> seen) {
    this.document = document;
    this.names = names;
    this.surroundings = surroundings;
    this.otherSpellings = new OtherSpellings(document, names, seen);
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
    if (known == null && seen.type() == EntityType.ORGANIZATION) {
      known = body(from, to, seen);
    }
    if (known != null) {
      return known;
    }
    if (seen.type() == EntityType.PLACE && townAndRegion(from, to)) {
      return null;
    }
    while (from < to - 1 && (document.lower(from).equals("the") && !document.token(from).capitalised() || kindOfBody(from, seen)
        || seen.type() == EntityType.PERSON && (NameWords.is("title", document.lower(from)) || to - from > 2 && HONORIFICS.contains(document.token(from).text())))) {
      from++;
    }
    return new Candidate(from, to, seen, seen.type() == EntityType.PERSON ? otherSpellings.uses(from, to) : List.of());
  }

  /** Whether the token only says what kind of body bears the name behind it: "the union SPIM". */
  private boolean kindOfBody(int token, Named seen) {
    String word = document.token(token).text();
    return seen.type() == EntityType.ORGANIZATION && word.length() > SHORT_WORD && word.chars().allMatch(Character::isLowerCase)
        && document.token(token + 1).capitalised();
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
    boolean person = seen.type() == EntityType.PERSON;
    for (int start = from; start < to; start++) {
      Candidate end = new Candidate(start, to, seen, List.of());
      List<NameUse> uses = fitting(end, names.named(end.text(document)));
      boolean left = leftOut(from, start) || person && end.size() > 1 && !uses.isEmpty() && uses.get(0).actor().type() == EntityType.PERSON
          && !givenName(start - 1);
      if (left && !uses.isEmpty() && agree(end, uses)) {
        return new Candidate(start, to, seen, uses);
      }
      if (!person && !left || start - from > LONGEST_TITLES) {
        break;
      }
    }
    return person ? byBothNames(from, to, seen) : null;
  }

  /** A body that the catalogue knows without the form of the company behind it, or without its country's name before it. */
  private Candidate body(int from, int to, Named seen) {
    int end = to;
    while (end > from + 1 && (COMPANY.contains(document.lower(end - 1)) || !document.token(end - 1).word())) {
      end--;
    }
    int start = from;
    while (start < end - 1 && document.lower(start).equals("the")) {
      start++;
    }
    for (int cut = start; cut < end && cut <= start + LONGEST_COUNTRY; cut++) {
      List<NameUse> uses = names.named(new Candidate(cut, end, seen, List.of()).text(document)).stream()
          .filter(use -> use.actor().type() == EntityType.ORGANIZATION).toList();
      if (!uses.isEmpty() && (cut > start || end < to) && (cut == start || ofCountry(start, cut, uses.get(0).actor().country()))) {
        return new Candidate(start, to, seen, uses);
      }
    }
    return null;
  }

  private boolean ofCountry(int from, int to, String country) {
    return names.named(new Candidate(from, to, null, List.of()).text(document)).stream().anyMatch(use -> use.actor().id().equals(country));
  }

  /** Whether what the model sees as one is a town and where it lies, each of which the catalogue knows: "Denver, Colorado". */
  private boolean townAndRegion(int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (document.lower(i).equals(",")) {
        return !names.named(new Candidate(from, i, null, List.of()).text(document)).isEmpty()
            && !names.named(new Candidate(i + 1, to, null, List.of()).text(document)).isEmpty();
      }
    }
    return false;
  }

  private boolean leftOut(int from, int start) {
    for (int i = from; i < start; i++) {
      if (!document.lower(i).equals("the") && !NameWords.is("title", document.lower(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the token is an initial or a first name: F. Scott Moe is not Scott Moe. */
  private boolean givenName(int token) {
    String word = document.lower(token);
    return word.length() == 2 && word.endsWith(".") || NameWords.is("given", word);
  }

  /** "Donald J. Trump" by the given name and the surname of Donald Trump. */
  private Candidate byBothNames(int from, int to, Named seen) {
    int first = from;
    while (first < to - 2 && NameWords.is("title", document.lower(first))) {
      first++;
    }
    int start = first;
    String given = document.token(start).text() + " ";
    List<NameUse> uses = to - start < 2 ? List.of() : names.named(document.token(to - 1).text()).stream()
        .filter(use -> use.way() == Way.SURNAME && (fits(use.actor().name(), given, start, to)
            || use.actor().aliases().stream().anyMatch(alias -> fits(alias, given, start, to))))
        .map(use -> new NameUse(use.actor(), Way.NAME)).toList();
    return uses.size() == 1 ? new Candidate(start, to, seen, uses) : null;
  }

  /** Whether both begin with the given name, and with the same letters go on where both have more: John Charles Moe is not John B. Moe. */
  private boolean fits(String name, String given, int from, int to) {
    String[] words = name.split(" ");
    boolean middles = to - from > 2 && words.length > 2;
    return name.startsWith(given) && (!middles || words[1].charAt(0) == document.token(from + 1).text().charAt(0));
  }

  /** A lone word that is a part of somebody's name in the article is no country or company. */
  private List<NameUse> fitting(Candidate candidate, List<NameUse> uses) {
    boolean somebody = candidate.size() == 1 && candidate.seen().type() == EntityType.PERSON && surroundings.somebody(candidate.from());
    return somebody ? uses.stream().filter(use -> use.actor().type() == EntityType.PERSON).toList() : uses;
  }

  /**
   * Whether what the model sees can be whom the catalogue knows by the same words. More words than one are not the same by chance, unless a company bears
   * its founder's name ("Henry Ford"). A lone word is a country or body, though the model sees a person, unless the article knows somebody of that
   * name ("Jordan"); and it is a person, though the model sees something else, only if the article names that person in full ("Lincoln"). A town that
   * the model sees as a body is its club, and one that it sees as a person bears that name ("Charlotte").
   */
  private boolean agree(Candidate candidate, List<NameUse> uses) {
    boolean seesPerson = candidate.seen().type() == EntityType.PERSON;
    EntityType type = uses.get(0).actor().type();
    if (candidate.size() > 1) {
      return !(seesPerson && type == EntityType.ORGANIZATION && candidate.size() == 2
          && NameWords.is("given", document.lower(candidate.from())));
    }
    if (uses.get(0).way() == Way.DEMONYM) {
      return true;
    }
    if (type == EntityType.PERSON) {
      return seesPerson || surroundings.namedInFull(uses);
    }
    if (type == EntityType.PLACE && candidate.seen().type() != EntityType.PLACE) {
      return false;
    }
    return !seesPerson || !surroundings.somebody(candidate.from());
  }
}
