package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Issue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bundled issue finds two sentences (+) and misses two that come near (-). */
class IssueSentencesTest {
  private static final List<Issue> ISSUES = Packs.bundled().issues().plain();
  private static final List<String> CASES = """
      ceasefire + A truce took hold at dawn.
      ceasefire + The envoy hopes that both sides stop fighting before winter.
      ceasefire - The fire ceased only when the rain came.
      ceasefire - The two brothers never stopped arguing about the farm.
      peace-talks + The delegations will negotiate in Vienna next week.
      peace-talks + He called for a round of direct talks on the war.
      peace-talks - She gave a talk on medieval bridges.
      peace-talks - The valley is known for its peace and quiet.
      sanctions + The ministers extended the embargo by a year.
      sanctions + London added six banks to its blacklist.
      sanctions - The council approved the new school building.
      sanctions - Prices were frozen until spring, the supermarket said.
      territory + The village lies in occupied territory.
      territory + The president refused to cede any land.
      territory - The bus company added three regions to its timetable.
      territory - He withdrew his money from the bank.
      nato-membership + Kyiv wants to join NATO.
      nato-membership + The alliance should expand no further, he said.
      nato-membership - NATO held an exercise in the Baltic Sea.
      nato-membership - Members of the choir met in the town hall.
      military-aid + The package of military aid passed the lower house.
      military-aid + Prague offered to send more weapons to the front.
      military-aid - First aid was given to the hikers.
      military-aid - He was found with a weapon in his car.
      nuclear + Inspectors were refused entry to the uranium plant.
      nuclear + The submarine can carry nuclear warheads.
      nuclear - The nucleus of the team has played together for years.
      nuclear - The coal plant was closed in May.
      trade-tariffs + New tariffs on steel take effect on Monday.
      trade-tariffs + The bloc signed a trade agreement with four states.
      trade-tariffs - He learned his trade as a carpenter.
      trade-tariffs - The duty officer called the hospital.
      prisoners-hostages + Four hostages were handed to the Red Cross.
      prisoners-hostages + The two armies agreed to exchange prisoners.
      prisoners-hostages - The film tells of life in a prison town.
      prisoners-hostages - They exchanged gifts after dinner.
      elections + The electoral roll will be checked again.
      elections + A referendum on the constitution was set for June.
      elections - The committee chose a new logo.
      elections - He voted with his feet and moved abroad.
      security-guarantees + Kyiv asks for firm security guarantees from its partners.
      security-guarantees + The two states signed a mutual defense treaty.
      security-guarantees - Security was tight around the stadium.
      security-guarantees - The bank guarantees deposits up to a limit.
      peacekeeping + Two peacekeepers were wounded near the border.
      peacekeeping + A multinational stabilization force would patrol the strip.
      peacekeeping - He keeps the peace among his neighbours.
      peacekeeping - The currency stabilized in the afternoon.
      missiles-drones + A ballistic missile struck the port overnight.
      missiles-drones + Dozens of drones hit an oil depot near the river.
      missiles-drones - Farmers use drones to count their sheep.
      missiles-drones - The bees lost their last drone.
      troops-mobilization + Parliament debated the return of conscription.
      troops-mobilization + Paris may deploy troops after a settlement.
      troops-mobilization - A first draft of the text went round.
      troops-mobilization - The scout troop camped by the lake.
      defence-spending + Allies promised to raise defence spending to five percent.
      defence-spending + The budget for the military grows: a record military budget was passed.
      defence-spending - Spending on schools fell again.
      defence-spending - The defence rested its case on Thursday.
      disarmament-of-groups + The army has a plan to disarm Hezbollah by the end of the year.
      disarmament-of-groups + The rebels were told to lay down their arms.
      disarmament-of-groups - Her smile was disarming.
      disarmament-of-groups - He laid his arms on the table and slept.
      arms-control + Moscow suspended its part in the arms control treaty.
      arms-control + A new arms race would help nobody.
      arms-control - He lost control of his arms.
      arms-control - The race starts at noon.
      chemical-weapons + The team found traces of a nerve agent.
      chemical-weapons + The government denied that it used chemical weapons.
      chemical-weapons - The chemical company cut jobs.
      chemical-weapons - His agent got on everybody's nerves.
      airspace + Three fighters violated Estonian airspace for twelve minutes.
      airspace + The general called for a no-fly zone.
      airspace - The airport has more space for luggage.
      airspace - He was in no mood to fly.
      war-crimes + Prosecutors opened a case on war crimes.
      war-crimes + The judges found evidence of genocide.
      war-crimes - Crime fell in the capital after the war.
      war-crimes - She wrote a crime novel.
      humanitarian-aid + Trucks with humanitarian aid waited at the crossing.
      humanitarian-aid + An aid convoy came under fire.
      humanitarian-aid - A hearing aid costs a month's pay.
      humanitarian-aid - The convoy of sports cars blocked the road.
      hunger + The agency warned of famine in the north.
      hunger + Ministers spoke about grain exports by sea.
      hunger - He has a hunger for success.
      hunger - The film is shot with a lot of grain.
      reconstruction + Donors pledged billions for reconstruction.
      reconstruction + It will take decades to rebuild Gaza, the report says.
      reconstruction - The coach wants to rebuild trust in his team.
      reconstruction - She recovered from her injury.
      shipping + The navy escorted tankers through the Strait of Hormuz.
      shipping + Rebels attacked a cargo ship in the Red Sea.
      shipping - The shop offers free shipping on all orders.
      shipping - Leadership is a lonely business.
      diplomatic-relations + Ottawa expelled six diplomats on Friday.
      diplomatic-relations + The two kingdoms restored diplomatic relations.
      diplomatic-relations - Her relations with her sister are good.
      diplomatic-relations - He gave a diplomatic answer.
      recognition + Spain was among the first to recognise Palestine as a state.
      recognition + Nobody has granted the junta diplomatic recognition.
      recognition - Facial recognition failed at the gate.
      recognition - I did not recognise my old teacher.
      two-state-solution + He sees no alternative to a two-state solution.
      two-state-solution + Settlers burned cars in two villages.
      two-state-solution - The two companies reached a settlement out of court.
      two-state-solution - Water is a solution for two states of dryness.
      south-china-sea + The coast guards met in the South China Sea.
      south-china-sea + A frigate passed through the Taiwan Strait.
      south-china-sea - China opened a railway in the south.
      south-china-sea - Taiwan won the baseball game.
      eu-accession + Moldova hopes for EU accession by the end of the decade.
      eu-accession + Tirana wants to join the European Union soon.
      eu-accession - The EU opened an office in Lima.
      eu-accession - Members of the trade union joined the march.
      espionage + Two men were charged with espionage.
      espionage + Investigators suspect sabotage on the railway.
      espionage - He espied a heron on the bank.
      espionage - The estate agent rang twice.
      cyber + A cyberattack shut down the hospitals.
      cyber + Officials blamed hackers for the leak.
      cyber - The climbers hacked steps into the ice.
      cyber - The computer was sold at auction.
      terrorism + The group is listed as a terrorist organisation.
      terrorism + A suicide bomber struck a market.
      terrorism - The terrier chased the postman.
      terrorism - Extreme heat closed the schools.
      migration + Hundreds of migrants were rescued at sea.
      migration + The court stopped the deportation of ten men.
      migration - The software moved to another server.
      migration - The airport opened a new border cafe.
      drugs + Police seized a ton of cocaine in the port.
      drugs + The fleet sank a boat of a drug cartel.
      drugs - A new drug against migraine was approved.
      drugs - The carton was full of milk.
      human-rights + Monitors accuse the regime of torture.
      human-rights + The treaty protects human rights.
      human-rights - He has the right of way.
      human-rights - The book is about the human heart.
      protests + Police fired tear gas into the crowd.
      protests + Thousands of protesters filled the square.
      protests - The striker scored twice.
      protests - Shares rallied in the afternoon.
      coup + The officers staged a coup at night.
      coup + Parliament lifted martial law within hours.
      coup - The couple cut out a coupon.
      coup - Martial arts are popular there.
      corruption + The former minister took bribes from builders.
      corruption + Investigators searched his office over embezzlement.
      corruption - The file was damaged during the copy.
      corruption - A skin transplant took six hours.
      impeachment + Deputies voted to impeach the president.
      impeachment + The cabinet lost a vote of no confidence.
      impeachment - She has confidence in her coach.
      impeachment - He signed a contract for two years.
      press-freedom + Press freedom has declined for ten years.
      press-freedom + Police arrested a journalist at the march.
      press-freedom - He pressed the button.
      press-freedom - The journalist wrote a cookbook.
      energy + The pipeline will be closed for repairs.
      energy + Attacks on the power grid left a million people in the dark.
      energy - He lacks the energy to train.
      energy - Olive oil is dear this year.
      climate + The summit set a new climate goal.
      climate + Emissions of greenhouse gases rose again.
      climate - Climbing is allowed from May.
      climate - The greenhouse was full of tomatoes.
      critical-minerals + Beijing limits exports of rare earths.
      critical-minerals + The two presidents signed a minerals deal.
      critical-minerals - Mineral water is sold out.
      critical-minerals - Snow is rare there, and the earth is dry.
      chips-ai + The firm may not sell advanced chips to China.
      chips-ai + Ministers want rules for artificial intelligence.
      chips-ai - Fish and chips cost ten pounds.
      chips-ai - The turf is artificial.
      debt-rates + The central bank kept interest rates unchanged.
      debt-rates + Congress must raise the debt ceiling.
      debt-rates - His interest in art is new.
      debt-rates - The actress is in her director's debt.
      health + The outbreak was declared over.
      health + Doctors began the vaccination of children.
      health - The economy is in good health.
      health - The prisoners broke out at night.
      disasters + An earthquake shook the province.
      disasters + The typhoon is moving north.
      disasters - The evening was a disaster for the band.
      disasters - Letters flooded the editor's desk.
      """.lines().map(String::strip).toList();

  static Stream<String> cases() {
    return CASES.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsAndMisses(String line) {
    String[] parts = line.split(" ", 3);
    assertThat(found(parts[2]).contains(parts[0])).as(parts[0] + " finds: " + parts[2]).isEqualTo(parts[1].equals("+"));
  }

  @Test
  void hasTwoOfEachForEveryIssue() {
    assertThat(ISSUES).hasSizeGreaterThanOrEqualTo(40).allSatisfy(issue -> {
      assertThat(CASES).filteredOn(line -> line.startsWith(issue.id() + " + ")).as(issue.id()).hasSize(2);
      assertThat(CASES).filteredOn(line -> line.startsWith(issue.id() + " - ")).as(issue.id()).hasSize(2);
    });
    assertThat(new HashSet<>(ISSUES.stream().map(Issue::id).toList())).containsAll(Set.copyOf(
        CASES.stream().map(line -> Arrays.asList(line.split(" ")).get(0)).toList()));
  }

  private static List<String> found(String sentence) {
    try (Analyzer analyzer = new EnglishAnalyzer()) {
      MemoryIndex index = new MemoryIndex();
      index.addField("text", sentence, analyzer);
      return ISSUES.stream().filter(issue -> matches(index, analyzer, issue)).map(Issue::id).toList();
    }
  }

  private static boolean matches(MemoryIndex index, Analyzer analyzer, Issue issue) {
    try {
      return index.search(new QueryParser("text", analyzer).parse(issue.words())) > 0;
    } catch (ParseException e) {
      throw new AssertionError(issue.id() + ": " + e.getMessage(), e);
    }
  }
}
