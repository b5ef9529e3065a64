package dev.demarche.tagging.mentions;

import dev.demarche.domain.EntityType;
import dev.demarche.tagging.mentions.NameUse.Way;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the names of an article: those of the catalogue, and capitalised words beside them. Used by one thread. */
public final class MentionFinder {
  private static final Set<String> INNER = Set.of("of", "de", "la", "al", "bin", "ibn", "von", "van", "der", "du", "da", "dos", "del", "el",
      "for", "the", "and", "&", "di", "e", "-");
  private static final Set<String> PARTICLES = Set.of("de", "la", "al", "bin", "ibn", "von", "van", "der", "du", "da", "dos", "del", "el", "di",
      "e", "-");
  private static final Set<String> ARTICLES = Set.of("al", "el");
  private static final Set<String> NO_NAMES = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
      "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "i", "god", "jan.",
      "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "mr.", "mrs.", "ms.", "dr.", "internet", "english", "tv", "christmas", "easter");
  private static final Set<String> AT = Set.of("in", "at", "near", "from", "to", "into", "across", "outside", "around", "through", "via",
      "inside", "throughout");

  private final Document document;
  private final NameIndex names;
  private final boolean[] taken;
  private final Set<String> proper = new HashSet<>();

  public MentionFinder(Document document, NameIndex names) {
    this.document = document;
    this.names = names;
    this.taken = new boolean[document.tokens().size()];
  }

  /** The names, in order of the text, not overlapping. */
  public List<Mention> mentions() {
    for (Sentence sentence : document.sentences()) {
      boolean shouting = shouting(sentence);
      for (int i = sentence.from() + 1; i < sentence.to() && !shouting; i++) {
        Token token = document.token(i);
        if (token.pos() == Pos.PROPN && token.capitalised() && document.token(i - 1).word()) {
          proper.add(token.text());
        }
      }
    }
    List<Mention> mentions = new ArrayList<>();
    for (NameIndex.Found found : names.find(document.text())) {
      known(found, mentions);
    }
    for (Sentence sentence : document.sentences()) {
      unknown(sentence, mentions);
    }
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  private void known(NameIndex.Found found, List<Mention> mentions) {
    int from = document.tokenAt(found.begin());
    int to = document.tokenAt(found.end() - 1) + 1;
    if (from >= to || document.token(from).begin() > found.begin() || document.token(to - 1).end() < found.end()) {
      return;
    }
    Token first = document.token(from);
    boolean whole = first.begin() == found.begin() && document.token(to - 1).end() == found.end();
    Way way = found.uses().get(0).way();
    if (!whole && way != Way.DEMONYM && way != Way.NAME) {
      return;
    }
    if (to - from == 1 && (way == Way.SURNAME || whole) && partOfOtherName(from, way, found.uses().get(0).actor().type())) {
      return;
    }
    if (!whole) {
      return;
    }
    Arrays.fill(taken, from, to, true);
    mentions.add(new Mention(from, to, found.uses().get(0).actor().type(), found.uses(), way == Way.SURNAME ? 0.7 : 0.95));
  }

  /** "Michael Jordan" is not Jordan, "Moscow State University" is not Moscow, and "Mary Trump" is not Donald Trump. */
  private boolean partOfOtherName(int at, Way way, EntityType type) {
    Sentence sentence = document.sentenceAt(at);
    if (at > sentence.from()) {
      Token before = document.token(at - 1);
      boolean given = NameWords.is("given", before.lower()) && before.capitalised();
      boolean initial = before.text().length() == 2 && before.text().endsWith(".") && before.capitalised();
      boolean other = way == Way.SURNAME && before.capitalised() && before.pos() == Pos.PROPN && !taken[at - 1]
          && !NameWords.is("title", before.lower());
      if (given || initial || other) {
        return true;
      }
    }
    if (at + 1 < sentence.to()) {
      Token next = document.token(at + 1);
      boolean runs = next.capitalised() && (next.pos() == Pos.PROPN || next.pos() == Pos.ADJ || next.pos() == Pos.NOUN);
      if (runs && type != EntityType.PERSON && way != Way.DEMONYM) {
        return bodyAhead(at + 1, sentence);
      }
      return runs && way == Way.SURNAME && !NameWords.is("title", next.lower()) && !NameWords.is("organization", next.lower());
    }
    return false;
  }

  /** Whether the capitalised words from {@code from} on end a body's name: "(Islamabad) High Court". */
  private boolean bodyAhead(int from, Sentence sentence) {
    for (int i = from; i < sentence.to() && i - from < 3 && document.token(i).capitalised(); i++) {
      if (NameWords.is("organization", document.lower(i)) && !document.lower(i).equals("administration")) {
        return true;
      }
    }
    return false;
  }

  private void unknown(Sentence sentence, List<Mention> mentions) {
    boolean shouting = shouting(sentence);
    int i = sentence.from();
    while (i < sentence.to()) {
      if (!starts(i, sentence, shouting)) {
        i++;
        continue;
      }
      int to = i + 1;
      while (to < sentence.to() && !taken[to] && to - i < 9) {
        Token token = document.token(to);
        if (part(to) || Character.isDigit(token.text().charAt(0)) && document.token(to - 1).pos() == Pos.PROPN && token.pos() == Pos.PROPN) {
          to++;
        } else if (INNER.contains(token.lower()) && to + 1 < sentence.to() && part(to + 1) && !taken[to + 1] && joins(i, to)) {
          to += 2;
        } else {
          break;
        }
      }
      add(i, to, sentence, mentions);
      i = to;
    }
  }

  /** "of" and "and" join the words of a body's name only: "Department of Energy", "Bank of China". */
  private boolean joins(int from, int link) {
    return PARTICLES.contains(document.lower(link)) || document.lower(link).equals("of") && NameWords.is("organization",
        document.lower(link - 1)) || document.lower(link).equals("for") && NameWords.is("organization", document.lower(link - 1));
  }

  private boolean starts(int i, Sentence sentence, boolean shouting) {
    return !shouting && !taken[i] && part(i) && !NO_NAMES.contains(document.lower(i));
  }

  private boolean part(int i) {
    Token token = document.token(i);
    boolean named = token.pos() == Pos.PROPN || token.pos() == Pos.ADJ && i > document.sentenceAt(i).from()
        && i + 1 < document.tokens().size() && document.token(i + 1).capitalised() && document.token(i + 1).pos() == Pos.PROPN
        || token.pos() == Pos.NOUN && i == document.sentenceAt(i).from() && proper.contains(token.text());
    int hyphen = token.text().lastIndexOf('-');
    boolean adjective = hyphen > 0 && hyphen + 1 < token.text().length() && Character.isLowerCase(token.text().charAt(hyphen + 1));
    boolean article = hyphen == 2 && token.text().length() > 3 && Character.isUpperCase(token.text().charAt(3));
    return (token.capitalised() || article && (i > 0 && document.token(i - 1).capitalised() || ARTICLES.contains(token.lower().substring(0, 2))))
        && named && !adjective && !NO_NAMES.contains(token.lower());
  }

  /** Headings in capitals throughout say nothing about names. */
  private boolean shouting(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      words += document.token(i).word() ? 1 : 0;
      capitals += document.token(i).capitalised() ? 1 : 0;
    }
    return words > 4 && capitals * 10 > words * 9;
  }

  private void add(int begin, int end, Sentence sentence, List<Mention> mentions) {
    int from = begin;
    boolean titled = begin > sentence.from() && NameWords.is("title", document.lower(begin - 1))
        && !document.token(begin - 1).text().equals("-");
    while (from < end - 1 && NameWords.is("title", document.lower(from)) && !orgAhead(from, end)) {
      titled = true;
      from++;
    }
    for (int i = from + 1; i < end - 1 && !orgAhead(from, end); i++) {
      if (NameWords.is("title", document.lower(i))) {
        from = i + 1;
        titled = true;
      }
    }
    int to = end;
    if (to - from == 1 && (NameWords.is("title", document.lower(from)) || NameWords.is("organization", document.lower(from)))) {
      return;
    }
    if (document.token(from).text().length() < 2 || !titled && to - from == 1 && accidental(from, sentence)) {
      return;
    }
    EntityType type;
    double confidence;
    String first = document.lower(from);
    String last = document.lower(to - 1);
    int size = to - from;
    if (size > 1 && (NameWords.is("organization", last) || NameWords.is("organization", first))) {
      type = EntityType.ORGANIZATION;
      confidence = 0.8;
    } else if (titled || NameWords.is("given", first) && size > 1) {
      type = EntityType.PERSON;
      confidence = 0.85;
    } else if (NameWords.is("place", last) || size > 1 && NameWords.is("place", first)) {
      type = EntityType.PLACE;
      confidence = 0.75;
    } else if (size == 1 && acronym(document.token(from).text())) {
      type = EntityType.ORGANIZATION;
      confidence = 0.7;
    } else if (begin > sentence.from() && AT.contains(document.lower(begin - 1))) {
      type = EntityType.PLACE;
      confidence = 0.6;
    } else if (size == 2 || size == 3) {
      type = EntityType.PERSON;
      confidence = 0.6;
    } else {
      type = size == 1 ? EntityType.PERSON : EntityType.ORGANIZATION;
      confidence = 0.4;
    }
    Arrays.fill(taken, from, to, true);
    mentions.add(new Mention(from, to, type, List.of(), confidence));
  }

  /** A capitalised word that opens a sentence or quotation, stands so nowhere else, and does nothing, is hardly a name. */
  private boolean accidental(int i, Sentence sentence) {
    boolean opens = i == sentence.from() || !document.token(i - 1).word() && document.quoteIndex(i - 1) >= 0;
    boolean acts = i + 1 < sentence.to() && document.token(i + 1).pos() == Pos.VERB;
    return opens && !acts && !proper.contains(document.token(i).text()) && !acronym(document.token(i).text());
  }

  private boolean orgAhead(int from, int end) {
    return NameWords.is("organization", document.lower(end - 1)) || NameWords.is("organization", document.lower(from))
        && document.lower(from + 1).equals("of");
  }

  private static boolean acronym(String word) {
    return word.length() >= 2 && word.length() <= 6 && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '&');
  }
}
