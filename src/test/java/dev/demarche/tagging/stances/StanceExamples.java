package dev.demarche.tagging.stances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.catalogue.PackReader;
import dev.demarche.domain.Actor;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.actors.Offices;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Scores;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.mentions.Mention;
import dev.demarche.tagging.mentions.MentionFinder;
import dev.demarche.tagging.mentions.NameIndex;
import dev.demarche.tagging.mentions.Named;
import dev.demarche.tagging.statements.Linker;
import dev.demarche.tagging.statements.Report;
import dev.demarche.tagging.statements.ReportReader;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.TextReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes what {@code training/stances.py} learns from: the triggers, parties and arcs of texts, and the stances that the rules find.
 *
 * <p>{@code StanceExamples IN.jsonl OUT.jsonl}: a line of IN is {@code {"id", "text"}}. A line of OUT adds the sentences' triggers
 * ({@code [begin, end, features]}), parties ({@code [begin, end, head begin, features, name]}), arcs (features, a row for each trigger) and
 * silver stances. Features are numbers whose bits stand for those of the enum; offsets are UTF-16 code units.
 */
final class StanceExamples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Encoder encoder = Encoder.standard();
  private final NameIndex index;

  private StanceExamples() throws IOException {
    List<Actor> actors = new ArrayList<>();
    try (Stream<Path> packs = Files.list(Path.of("seeds/actors"))) {
      for (Path pack : packs.sorted().toList()) {
        actors.addAll(PackReader.actors(pack.toString(), Files.readString(pack)).plain());
      }
    }
    index = new NameIndex(actors);
  }

  public static void main(String[] args) throws IOException {
    StanceExamples examples = new StanceExamples();
    try (Stream<String> lines = Files.lines(Path.of(args[0])); BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
      for (String line : (Iterable<String>) lines.filter(l -> !l.isBlank())::iterator) {
        JsonNode article = JSON.readTree(line);
        out.write(examples.read(article.get("id").asText(), article.get("text").asText()).toString());
        out.newLine();
      }
    }
  }

  private ObjectNode read(String id, String text) {
    Document document = TextReader.read(text);
    Phrases phrases = Phrases.of(document);
    Clauses clauses = new Clauses(document, phrases);
    Words words = Words.of(text);
    Linker linker = new Linker(encoder.facts());
    List<LabelledSpan> spans = new ArrayList<>();
    for (Scores window : encoder.encode(words)) {
      linker.see(window);
      encoder.facts().mentions().spans(window.mentions(), window.from()).stream().filter(span -> window.owns(span.from())).forEach(spans::add);
    }
    List<Mention> mentions = new MentionFinder(document, index, spans.stream().map(span -> Named.of(span, words)).toList(), null).mentions();
    List<Report> reports = new ReportReader(document, phrases, clauses).reports(words, linker.linked(), spans);
    List<Subject> sources = reports.stream().map(Report::source).filter(Objects::nonNull).toList();
    Cast cast = new Cast(document, phrases, clauses, mentions, sources, new Offices(index), null, NewsTagger.LEAST_CONFIDENCE);
    Speakers speakers = new Speakers(document, cast, reports);
    List<FoundCondition> conditions = new ConditionFinder(document, phrases, clauses, speakers).conditions();
    ObjectNode line = JSON.createObjectNode().put("id", id).put("text", text);
    ArrayNode sentences = line.putArray("sentences");
    Contexts contexts = new Contexts(document, phrases, clauses);
    Triggers triggers = new Triggers(document, phrases, speakers, new LexicalActs(document, phrases, cast), contexts::supposed);
    Parties parties = new Parties(document, phrases, cast, speakers);
    Arcs arcs = new Arcs(document, phrases, clauses, speakers, contexts);
    for (Sentence sentence : document.sentences()) {
      ObjectNode one = sentences.addObject();
      List<Party> all = parties.of(sentence);
      ArrayNode partyRows = one.putArray("parties");
      for (Party party : all) {
        partyRows.addArray().add(document.token(party.from()).begin()).add(document.token(party.to() - 1).end())
            .add(document.token(party.head()).begin()).add(party.features()).add(party.who().name());
      }
      ArrayNode triggerRows = one.putArray("triggers");
      ArrayNode arcRows = one.putArray("arcs");
      for (Trigger trigger : triggers.of(sentence)) {
        triggerRows.addArray().add(document.token(trigger.token()).begin()).add(document.token(trigger.token()).end()).add(trigger.features());
        ArrayNode row = arcRows.addArray();
        for (long bits : arcs.of(trigger, all)) {
          row.add(bits);
        }
      }
    }
    ArrayNode silver = line.putArray("silver");
    for (FoundStance stance : new StanceFinder(document, phrases, clauses, cast, speakers, conditions).stances()) {
      silver.addArray().add(stance.act().name()).add(offset(document, stance.holderFrom(), false)).add(offset(document, stance.holderTo() - 1, true))
          .add(offset(document, stance.targetFrom(), false)).add(offset(document, stance.targetTo() - 1, true))
          .add(offset(document, stance.from(), false)).add(offset(document, stance.to() - 1, true)).add(offset(document, stance.trigger(), false));
    }
    return line;
  }

  private static int offset(Document document, int token, boolean end) {
    return token < 0 ? -1 : end ? document.token(token).end() : document.token(token).begin();
  }
}
