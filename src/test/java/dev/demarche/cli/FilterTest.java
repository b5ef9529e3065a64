package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class FilterTest {
  private static final Span OFFER = Span.of("rejected the offer", 0, 18);
  private static final StanceRecord STANCE = new StanceRecord(new Stance("a1:1:a0", "Vladimir Putin", "vladimir-putin", null, Act.REJECT, -1, "Chad",
      null, null, List.of("trade", "talks"), OFFER, null, 0.5), OFFER, new ArticleRef("a1", 1, null, "example.org", null, null, null, null));

  @Command
  private static final class Asking {
    @Mixin private Filter filter;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--actor=vladimir-putin", "--actor=vladimir putin", "--act=reject", "--act=AGREE --act=REJECT", "--target=chad",
      "--issue=talks", "--publisher=Example.org", "--actor=chad --actor=vladimir-putin --act=reject --issue=trade"})
  void letsThroughWhatHasAllThatIsAskedFor(String options) {
    assertThat(lets(options)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--actor=putin", "--actor=chad", "--act=agree", "--target=vladimir-putin", "--issue=sanctions", "--publisher=example",
      "--actor=vladimir-putin --act=agree"})
  void holdsBackWhatLacksAny(String options) {
    assertThat(lets(options)).isFalse();
  }

  @Test
  void refusesToAskByWhatTheRecordsDoNotHave() {
    CommandLine command = new CommandLine(new Asking());
    command.parseArgs("--act=REJECT");
    assertThatThrownBy(() -> ((Asking) command.getCommand()).filter.of(View.CONDITIONS, command)).isInstanceOf(ParameterException.class)
        .hasMessage("--act: conditions cannot be asked by that; write one or more of --actor, --issue, --publisher");
  }

  private static boolean lets(String options) {
    CommandLine command = new CommandLine(new Asking()).setCaseInsensitiveEnumValuesAllowed(true);
    command.parseArgs(options.isEmpty() ? new String[0] : options.split(" (?=--)"));
    return ((Asking) command.getCommand()).filter.of(View.STANCES, command).test(STANCE);
  }
}
