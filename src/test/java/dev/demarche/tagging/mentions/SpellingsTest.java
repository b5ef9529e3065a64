package dev.demarche.tagging.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {
  private static final Spellings SPELLINGS = new Spellings(Stream.of("Andriy Sybiha ukraine", "Volodymyr Zelensky ukraine", "Viktor Yanukovych ukraine",
      "Recep Tayyip Erdogan turkey", "Muammar Gaddafi libya", "Mohammed Morsi egypt", "Mahmoud Abbas palestine", "Sergei Lavrov russia",
      "Bashar al-Assad syria", "Viktor Orbán hungary", "Søren Ålund denmark", "Mike Johnson united-states", "Mike Hansen norway", "Ivan Petrenko ukraine",
      "Ivan Petrenka belarus").map(SpellingsTest::person).toList());

  private static Actor person(String line) {
    int gap = line.lastIndexOf(' ');
    String name = line.substring(0, gap);
    return new Actor(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, EntityType.PERSON, List.of(), List.of(), null, List.of(), line.substring(gap + 1),
        List.of(), null, null);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      Andrii Sybiha, Andriy Sybiha
      Andriy Sibikha, Andriy Sybiha
      Andriy Sibiga, Andriy Sybiha
      Volodymyr Zelenskyy, Volodymyr Zelensky
      Volodymyr Zelenskiy, Volodymyr Zelensky
      Viktor Yanukovich, Viktor Yanukovych
      Recep Tayyip Erdoğan, Recep Tayyip Erdogan
      Muammar Qaddafi, Muammar Gaddafi
      Moammar Gadhafi, Muammar Gaddafi
      Muhammad Mursi, Mohammed Morsi
      Mohamed Morsy, Mohammed Morsi
      Sergey Lavrov, Sergei Lavrov
      Sergei Lavroff, Sergei Lavrov
      Bashar Assad, Bashar al-Assad
      Viktor Orban, Viktor Orbán
      Soren Alund, Søren Ålund
      """)
  void aPersonIsFoundUnderAnotherSpelling(String written, String name) {
    assertThat(SPELLINGS.person(written)).extracting(Actor::name).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      Mike Johnston
      Mike Hanson
      Mohammed Abbas
      Andriy Shevchenko
      Oleh Sybiha
      Viktor Gaddafi
      Sergei Petrov
      Ivan Petrenko-Lavrov
      Ivan Petrenk
      Zelenskyy
      """)
  void anotherPersonIsNot(String written) {
    assertThat(SPELLINGS.person(written)).isNull();
  }

  @Test
  void aSurnameAloneLeavesThoseWhomAnOfficeMayTellApart() {
    assertThat(SPELLINGS.bySurname("Sibiga")).extracting(Actor::name).containsExactly("Andriy Sybiha");
    assertThat(SPELLINGS.bySurname("Petrenk")).hasSize(2);
    assertThat(SPELLINGS.bySurname("Johnston")).isEmpty();
  }
}
