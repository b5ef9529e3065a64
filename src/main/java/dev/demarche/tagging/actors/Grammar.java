package dev.demarche.tagging.actors;

import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which role the phrases of a document have, and the verbs they belong to. Immutable once made. */
final class Grammar {
  private static final int LONGEST_LIST = 8;

  private final Document document;
  private final Phrases phrases;
  private final Map<Integer, VerbGroup> verbOfSubject = new HashMap<>();
  private final Map<VerbGroup, Integer> subjectOfVerb = new HashMap<>();
  private final Map<VerbGroup, Integer> controllerOfVerb = new HashMap<>();
  private final Set<Integer> sources = new HashSet<>();

  Grammar(Document document, Phrases phrases, Clauses clauses, List<Subject> sources) {
    this.document = document;
    this.phrases = phrases;
    for (VerbGroup verb : phrases.verbs()) {
      Subject subject = clauses.subject(verb);
      if (subject != null && !verb.finite()) {
        controllerOfVerb.put(verb, subject.head().head());
      } else if (subject != null) {
        subject.heads().forEach(head -> verbOfSubject.putIfAbsent(head.head(), verb));
        subjectOfVerb.put(verb, subject.head().head());
      }
    }
    sources.forEach(source -> source.heads().forEach(head -> verbOfSubject.putIfAbsent(head.head(), null)));
    sources.forEach(source -> this.sources.add(source.head().head()));
  }

  /** Whether the token heads the subject of a verb or the source of a statement. */
  boolean subject(int token) {
    return verbOfSubject.containsKey(token);
  }

  /** Whether the token heads the source of a statement. */
  boolean source(int token) {
    return sources.contains(token);
  }

  /** The verb whose clause the token stands in: its own where it is a subject, else the last one before it; or null. */
  VerbGroup verb(int token) {
    VerbGroup own = verbOfSubject.get(token);
    return own != null ? own : phrases.verbBefore(token);
  }

  /** The token that heads the verb's subject, or -1. */
  int subjectOf(VerbGroup verb) {
    return verb == null ? -1 : subjectOfVerb.getOrDefault(verb, -1);
  }

  /** The token that heads whoever does what an infinitive or a gerund says, "urged her to go", or -1. */
  int controllerOf(VerbGroup verb) {
    return verb == null ? -1 : controllerOfVerb.getOrDefault(verb, -1);
  }

  /** The role of the words from {@code from} to {@code to}, one at least. */
  Role role(int from, int to) {
    return role(from, to, 0);
  }

  private Role role(int from, int to, int depth) {
    if (to < document.tokens().size() && document.token(to).possessive()) {
      return Role.POSSESSOR;
    }
    NounPhrase noun = phrases.nounAt(to - 1);
    if (noun != null && noun.head() >= to) {
      return Role.MODIFIER;
    }
    if (subject(to - 1)) {
      return Role.SUBJECT;
    }
    int before = (noun == null ? from : Math.min(from, noun.from())) - 1;
    if (before < document.sentenceAt(from).from()) {
      return Role.OTHER;
    }
    if (document.token(before).pos() == Pos.ADP) {
      return Role.PREPOSITIONAL;
    }
    if (phrases.verbAt(before) != null) {
      return Role.OBJECT;
    }
    NounPhrase earlier = phrases.nounAt(before - 1);
    if (earlier != null && depth < LONGEST_LIST && document.token(before).pos() == Pos.CCONJ) {
      return role(earlier.from(), earlier.head() + 1, depth + 1);
    }
    if (earlier == null || !document.lower(before).equals(",")) {
      return Role.OTHER;
    }
    boolean subject = depth < LONGEST_LIST && role(earlier.from(), earlier.head() + 1, depth + 1) == Role.SUBJECT;
    return subject || doing(noun == null ? to : noun.to()) ? Role.SUBJECT : Role.APPOSITION;
  }

  /** Whether a verb with a subject stands at the token, a comma aside: "the leader of the tribe, Arda Lan, was". */
  private boolean doing(int token) {
    VerbGroup verb = phrases.verbAt(document.lower(token).equals(",") ? token + 1 : token);
    return verb != null && verb.finite();
  }
}
