package dev.demarche.cli;

import dev.demarche.app.Engine;
import dev.demarche.domain.Article;
import dev.demarche.evaluation.AnnotatedArticle;
import dev.demarche.evaluation.Attribution;
import dev.demarche.evaluation.Bootstrap;
import dev.demarche.evaluation.Evaluation;
import dev.demarche.evaluation.FoundActor;
import dev.demarche.evaluation.FoundLink;
import dev.demarche.evaluation.FoundMention;
import dev.demarche.evaluation.FoundSpeaker;
import dev.demarche.evaluation.Holdings;
import dev.demarche.evaluation.IobSentence;
import dev.demarche.evaluation.LinkedArticle;
import dev.demarche.evaluation.LinkingCorpus;
import dev.demarche.evaluation.MentionCorpus;
import dev.demarche.evaluation.PronounCorpus;
import dev.demarche.evaluation.PronounQuestion;
import dev.demarche.evaluation.PronounReport;
import dev.demarche.evaluation.SpeakerReport;
import dev.demarche.evaluation.SpeakerScorer;
import dev.demarche.evaluation.StatementCorpus;
import dev.demarche.evaluation.TaggedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    evaluating.check(spec.commandLine());
    List<AnnotatedArticle> articles = StatementCorpus.read(corpus);
    List<Article> texts = articles.stream().map(AnnotatedArticle::article).toList();
    Map<String, List<Attribution>> found = evaluating.found(texts, connection, TaggedFile::statements, Attribution::outer);
    evaluating.print(Evaluation.statements(articles, found, Bootstrap.STANDARD, evaluating.errors()));
    return 0;
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
    evaluating.check(spec.commandLine());
    if (sample < 0) {
      throw new ParameterException(spec.commandLine(), "--sample: " + sample + " is too few; write 0 or more");
    }
    List<AnnotatedArticle> articles = StatementCorpus.read(corpus);
    List<Article> texts = articles.stream().map(AnnotatedArticle::article).toList();
    Map<String, List<FoundSpeaker>> found = evaluating.found(texts, connection, TaggedFile::speakers, FoundSpeaker::outer);
    SpeakerReport report = SpeakerScorer.report(articles, found, evaluating.errors(), sample, seed);
    evaluating.print(report, "article", SpeakerReportText.of(report));
    return 0;
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
    evaluating.check(spec.commandLine());
    List<IobSentence> sentences = MentionCorpus.read(corpus);
    List<Article> texts = sentences.stream().map(IobSentence::article).toList();
    Map<String, List<FoundMention>> found = evaluating.found(texts, connection, TaggedFile::mentions, FoundMention::names);
    evaluating.print(Evaluation.mentions(sentences, found, Bootstrap.STANDARD, evaluating.errors()));
    return 0;
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
    evaluating.check(spec.commandLine());
    List<PronounQuestion> rows = PronounCorpus.read(corpus);
    List<Article> texts = rows.stream().map(PronounQuestion::article).toList();
    Map<String, List<FoundActor>> found = evaluating.found(texts, connection, TaggedFile::actors, FoundActor::all);
    evaluating.print(PronounReport.of(rows, found, Bootstrap.STANDARD, evaluating.errors()));
    return 0;
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
    evaluating.check(spec.commandLine());
    List<LinkedArticle> articles = LinkingCorpus.read(files);
    Holdings holdings = new Holdings(Engine.packs(connection.settings()).actors().plain());
    List<Article> texts = articles.stream().map(LinkedArticle::article).toList();
    Map<String, List<FoundLink>> found = evaluating.found(texts, connection, TaggedFile::links, FoundLink::of);
    evaluating.print(Evaluation.linking(articles, holdings, found, Bootstrap.STANDARD, evaluating.errors()));
    return 0;
  }
}
