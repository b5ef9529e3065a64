package dev.demarche.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.app.Engine;
import dev.demarche.cli.Evaluating.Shown;
import dev.demarche.evaluation.AnnotatedArticle;
import dev.demarche.evaluation.Attribution;
import dev.demarche.evaluation.Bootstrap;
import dev.demarche.evaluation.Evaluation;
import dev.demarche.evaluation.FoundActor;
import dev.demarche.evaluation.FoundLink;
import dev.demarche.evaluation.FoundMention;
import dev.demarche.evaluation.FoundSpeaker;
import dev.demarche.evaluation.GoldArticle;
import dev.demarche.evaluation.GoldCorpus;
import dev.demarche.evaluation.Holdings;
import dev.demarche.evaluation.IobSentence;
import dev.demarche.evaluation.LinkedArticle;
import dev.demarche.evaluation.LinkingCorpus;
import dev.demarche.evaluation.MentionCorpus;
import dev.demarche.evaluation.PronounCorpus;
import dev.demarche.evaluation.PronounQuestion;
import dev.demarche.evaluation.PronounReport;
import dev.demarche.evaluation.ReadStance;
import dev.demarche.evaluation.SpeakerScorer;
import dev.demarche.evaluation.StanceCorpus;
import dev.demarche.evaluation.StanceQuestion;
import dev.demarche.evaluation.StanceReport;
import dev.demarche.evaluation.StatementCorpus;
import dev.demarche.evaluation.TaggedFile;
import dev.demarche.topics.Json;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well the tagger does on annotated corpora. */
@Command(name = "eval", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Measures how well Demarche tags, on a corpus that people annotated.")
final class EvalCommand {
  @Spec private CommandSpec spec;

  @Command(name = "statements", mixinStandardHelpOptions = true,
      description = "Measures how well statements are found: source, cue, content.",
      footer = {"", "Spans are compared by the words they touch. content/token, source/token, cue/token: words that lie in any such span. "
          + "content/exact: contents with the same words. content/overlap: contents paired by Dice's coefficient of 0.5 or more. "
          + "statement: paired like that, and the source is right. direct, indirect, mixed: recall of statements by how much of their content is quoted.",
          "", "Brackets hold the interval of F1 (of recall where that stands alone) at 95 percent: 1,000 bootstrap draws of whole articles.", "",
          "Exit codes: 0 measured, 1 the corpus or the tagged file cannot be read."})
  int statements(
      @Parameters(paramLabel = "CORPUS_DIR", description = "a folder in PolNeAR's form: text/NAME.txt, attributions/NAME_xxxx.ann") Path corpus,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    return evaluating.run(spec.commandLine(), connection, () -> StatementCorpus.read(corpus), AnnotatedArticle::article, TaggedFile::statements, Attribution::outer,
        (articles, found) -> Shown.of(Evaluation.statements(articles, found, Bootstrap.STANDARD, evaluating.errors())));
  }

  @Command(name = "speakers", mixinStandardHelpOptions = true,
      description = "Counts the statements of one person whose speaker ends without a name.",
      footer = {"", "Annotated statements that are found (contents paired by Dice's coefficient of 0.5 or more) and whose source is, by its words, the "
          + "name of a person, a pronoun of one, or the title of one. Without a name are those whose speaker is missing, or keeps the words of a pronoun or a title.",
          "", "Exit codes: 0 measured, 1 the corpus or the tagged file cannot be read."})
  int speakers(
      @Parameters(paramLabel = "CORPUS_DIR", description = "a folder in PolNeAR's form: text/NAME.txt, attributions/NAME_xxxx.ann") Path corpus,
      @Option(names = "--sample", paramLabel = "N", description = "show N speakers that have a name, drawn at random, with what they say: to be checked by hand")
      int sample,
      @Option(names = "--seed", paramLabel = "N", defaultValue = "" + SpeakerScorer.SEED,
          description = "of the drawing (${DEFAULT-VALUE}): another draws others") long seed,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    if (sample < 0) {
      throw new ParameterException(spec.commandLine(), "--sample: " + sample + " is too few; write 0 or more");
    }
    return evaluating.run(spec.commandLine(), connection, () -> StatementCorpus.read(corpus), AnnotatedArticle::article, TaggedFile::speakers, FoundSpeaker::outer,
        (articles, found) -> Shown.of(SpeakerScorer.report(articles, found, evaluating.errors(), sample, seed)));
  }

  @Command(name = "mentions", mixinStandardHelpOptions = true,
      description = "Measures how well names of persons, organizations and locations are found.",
      footer = {"", "A name is right if its tokens and its type are; countries and places are locations. Each sentence is tagged by itself, as its tokens "
          + "with single spaces between them. Names that touch what the corpus gives another type are left out, and so are common nouns and pronouns.",
          "", "Brackets hold the interval of F1 at 95 percent: 1,000 bootstrap draws of sentences.", "",
          "Exit codes: 0 measured, 1 the corpus or the tagged file cannot be read."})
  int mentions(
      @Parameters(paramLabel = "CORPUS", description = "a file with TOKEN<TAB>TAG a line (CrossNER), or .iob2 with N<TAB>TOKEN<TAB>TAG (UNER)") Path corpus,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    return evaluating.run(spec.commandLine(), connection, () -> MentionCorpus.read(corpus), IobSentence::article, TaggedFile::mentions, FoundMention::names,
        (sentences, found) -> Shown.of(Evaluation.mentions(sentences, found, Bootstrap.STANDARD, evaluating.errors())));
  }

  @Command(name = "pronouns", mixinStandardHelpOptions = true,
      description = "Measures how often it is found whom a pronoun means.",
      footer = {"", "A row asks which of two names, A or B, a pronoun means, or neither. The answer is the name that got the same canonical name as the "
          + "pronoun: neither where the pronoun stays unresolved, means somebody else, or where A and B were taken for one.",
          "", "Brackets hold the interval at 95 percent: 1,000 bootstrap draws of rows. bias F/M: the accuracy of she and her through that of he, him, his.", "",
          "Exit codes: 0 measured, 1 the corpus or the tagged file cannot be read."})
  int pronouns(
      @Parameters(paramLabel = "FILE.tsv", description = "a file in the form of GAP: ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B, ...")
          Path corpus,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    return evaluating.run(spec.commandLine(), connection, () -> PronounCorpus.read(corpus), PronounQuestion::article, TaggedFile::actors, FoundActor::all,
        (rows, found) -> Shown.of(PronounReport.of(rows, found, Bootstrap.STANDARD, evaluating.errors())));
  }

  @Command(name = "linking", mixinStandardHelpOptions = true,
      description = "Measures how well names are linked to the actors of the catalogue.",
      footer = {"", "Only what the catalogue holds counts: labels with the Wikidata id of an actor or, for actors without one, with an actor's name. held: the "
          + "share of these labels. name: the same words and the same actor; a link is wrong where nothing or something else is annotated, and does not "
          + "count where what is annotated is unknown to Wikidata. coreference: recall of pronouns and common nouns, where they are annotated.",
          "", "Brackets hold the interval of F1 (of recall where that stands alone) at 95 percent: 1,000 bootstrap draws of whole articles.", "",
          "Exit codes: 0 measured, 1 a corpus or the tagged file cannot be read."})
  int linking(
      @Parameters(paramLabel = "FILE.jsonl", arity = "1..*", description = "articles with links to Wikidata, as ELEVANT's benchmarks have them") List<Path> files,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    return evaluating.run(spec.commandLine(), connection, () -> LinkingCorpus.read(files), LinkedArticle::article, TaggedFile::links, FoundLink::of,
        (articles, found) -> Shown.of(Evaluation.linking(articles, new Holdings(Engine.packs(connection.settings()).actors().plain()), found,
            Bootstrap.STANDARD, evaluating.errors())));
  }

  /** What a corpus asks about stances. */
  enum Asked { plover, directed, gold }

  @Command(name = "stances", mixinStandardHelpOptions = true,
      description = "Measures how well it is found what one actor does to another, who is for or against whom, or all that people annotated in articles.",
      footer = {"", "plover: sentences with a source, a target and PLOVER's act. The answer is the act of the first stance whose holder and target share half of the "
          + "shorter one's words with the pair's, titles aside; without one, of the first of that holder without a target; else NONE. YIELD is CONCEDE or RETREAT.",
          "", "directed: sentences with two actors: 0 neither, 1 and 2 for, 3 and 4 against, from the first to the second and back. The polarity of the first "
          + "stance about the two that has one is the answer.",
          "", "gold: articles with actors, statements, stances and conditions, NAME.gold.json and NAME.txt. stance: same holder and act, evidence that shares a third "
          + "of the shorter one's words; stance+target, condition+by: and the target, and who sets it. speaker: contents with Dice's coefficient of 0.5 or more, and "
          + "the speaker. actors: names that are given to something.",
          "", "Brackets hold the interval at 95 percent: 1,000 bootstrap draws of sentences, or of articles.", "",
          "Exit codes: 0 measured, 1 the corpus or the tagged file cannot be read."})
  int stances(
      @Parameters(index = "0", paramLabel = "plover|directed|gold", description = "what the corpus holds") Asked asked,
      @Parameters(index = "1", paramLabel = "CORPUS", description = "a file with sentence, source, target and act (plover), or with the sentence, p, q and class "
          + "(directed), parted by tabs; a folder (gold)") Path corpus,
      @Mixin Connection connection, @Mixin Evaluating evaluating) throws InterruptedException {
    return switch (asked) {
      case plover -> evaluating.run(spec.commandLine(), connection, () -> StanceCorpus.plover(corpus), StanceQuestion::article, TaggedFile::stances,
          ReadStance::of, (sentences, found) -> Shown.of(StanceReport.acts(sentences, found, Bootstrap.STANDARD, evaluating.errors())));
      case directed -> evaluating.run(spec.commandLine(), connection, () -> StanceCorpus.directed(corpus), StanceQuestion::article, TaggedFile::stances,
          ReadStance::of, (sentences, found) -> Shown.of(StanceReport.attitudes(sentences, found, Bootstrap.STANDARD, evaluating.errors())));
      case gold -> evaluating.run(spec.commandLine(), connection, () -> GoldCorpus.read(corpus), GoldArticle::article, TaggedFile::whole,
          article -> Json.mapper().<JsonNode>valueToTree(article),
          (articles, found) -> Shown.of(Evaluation.gold(articles, found, Bootstrap.STANDARD, evaluating.errors())));
    };
  }
}
