package dev.demarche;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Imports point down only; packages on one level do not import each other. */
@AnalyzeClasses(packages = "dev.demarche", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {
  /** The one that reads JSON within the engine: it stands in the model's own file. */
  private static final String FACTS_OF_A_MODEL_FILE = "dev.demarche.tagging.encoder.Facts";

  @ArchTest
  static final ArchRule layersPointDown = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers()
      .layer("cli").definedBy("dev.demarche.cli..")
      .layer("bench").definedBy("dev.demarche.bench..")
      .layer("app").definedBy("dev.demarche.app..")
      .layer("parts").definedBy("dev.demarche.ingest..", "dev.demarche.delivery..", "dev.demarche.pipeline..", "dev.demarche.broker..",
          "dev.demarche.console..", "dev.demarche.evaluation..", "dev.demarche.export..")
      .layer("knowledge").definedBy("dev.demarche.tagging..", "dev.demarche.watching..", "dev.demarche.alerting..",
          "dev.demarche.positions..", "dev.demarche.conditions..", "dev.demarche.topics..", "dev.demarche.catalogue..", "dev.demarche.network..")
      .layer("domain").definedBy("dev.demarche.domain..")
      .whereLayer("cli").mayNotBeAccessedByAnyLayer()
      .whereLayer("bench").mayOnlyBeAccessedByLayers("cli")
      .whereLayer("app").mayOnlyBeAccessedByLayers("cli", "bench")
      .whereLayer("parts").mayOnlyBeAccessedByLayers("cli", "bench", "app")
      .whereLayer("knowledge").mayOnlyBeAccessedByLayers("cli", "bench", "app", "parts");

  @ArchTest
  static final ArchRule packagesOnOneLevelAreApart = SlicesRuleDefinition.slices()
      .matching("dev.demarche.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsDoNotKnowEachOther = apart("ingest", "delivery", "pipeline", "broker", "console", "evaluation", "export");

  @ArchTest
  static final ArchRule knowledgeIsApart = apart("tagging", "watching", "alerting", "positions", "conditions", "topics", "catalogue", "network");

  @ArchTest
  static final ArchRule domainKnowsJavaAlone = classes().that().resideInAPackage("dev.demarche.domain..")
      .should().onlyDependOnClassesThat().resideInAnyPackage("dev.demarche.domain..", "java..");

  @ArchTest
  static final ArchRule onlyThePipelineKnowsKafkaStreams = noClasses().that()
      .resideOutsideOfPackages("dev.demarche.pipeline..", "dev.demarche.app..")
      .should().dependOnClassesThat().resideInAPackage("org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule knowledgeOfTextKnowsNeitherKafkaNorJson = noClasses().that()
      .resideInAnyPackage("dev.demarche.tagging..", "dev.demarche.watching..", "dev.demarche.alerting..", "dev.demarche.positions..", "dev.demarche.conditions..")
      .and().doNotHaveFullyQualifiedName(FACTS_OF_A_MODEL_FILE)
      .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "com.fasterxml.jackson..", "java.net.http..");

  @ArchTest
  static final ArchRule taggingUsesWhatIsNamedBeforeIt = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers()
      .layer("text").definedBy("dev.demarche.tagging.text..")
      .layer("encoder").definedBy("dev.demarche.tagging.encoder..")
      .layer("mentions").definedBy("dev.demarche.tagging.mentions..")
      .layer("statements").definedBy("dev.demarche.tagging.statements..")
      .layer("actors").definedBy("dev.demarche.tagging.actors..")
      .layer("stances").definedBy("dev.demarche.tagging.stances..")
      .layer("tagging").definedBy("dev.demarche.tagging")
      .whereLayer("stances").mayOnlyBeAccessedByLayers("tagging")
      .whereLayer("actors").mayOnlyBeAccessedByLayers("stances", "tagging")
      .whereLayer("statements").mayOnlyBeAccessedByLayers("actors", "stances", "tagging")
      .whereLayer("mentions").mayOnlyBeAccessedByLayers("statements", "actors", "stances", "tagging")
      .whereLayer("encoder").mayOnlyBeAccessedByLayers("mentions", "statements", "actors", "stances", "tagging");

  @ArchTest
  static final ArchRule onlyTheEncoderKnowsItsRuntime = noClasses().that().resideOutsideOfPackage("dev.demarche.tagging.encoder..")
      .should().dependOnClassesThat().resideInAPackage("ai.onnxruntime..");

  private static ArchRule apart(String... packages) {
    ArchRule rule = null;
    for (String one : packages) {
      String[] others = java.util.Arrays.stream(packages).filter(p -> !p.equals(one)).map(p -> "dev.demarche." + p + "..")
          .toArray(String[]::new);
      ArchRule next = noClasses().that().resideInAPackage("dev.demarche." + one + "..")
          .should().dependOnClassesThat(resideInAnyPackage(others).and(not(resideInAnyPackage("dev.demarche." + one + ".."))));
      rule = rule == null ? next : com.tngtech.archunit.lang.CompositeArchRule.of(rule).and(next);
    }
    return rule;
  }
}
