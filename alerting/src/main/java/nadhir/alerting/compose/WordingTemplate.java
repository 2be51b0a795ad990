package nadhir.alerting.compose;

import java.util.List;
import java.util.stream.Stream;

/** A message's texts in one language, with their gaps. */
record WordingTemplate(Template headline, Template sms, Template instruction) {
  List<Gap> gaps() {
    return Stream.of(headline, sms, instruction)
        .flatMap(t -> t.gaps().stream())
        .sorted()
        .distinct()
        .toList();
  }
}
