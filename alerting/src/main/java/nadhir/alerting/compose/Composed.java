package nadhir.alerting.compose;

import java.util.List;
import nadhir.alerting.text.Finding;
import nadhir.core.alert.Wording;

/**
 * A message with its gaps filled.
 *
 * @param wordings one per language of the site, mandatory ones first; a language that the message
 *     does not have says what the last mandatory one says
 * @param missing names of slots that were not given or do not fit; the texts have {@code [name]}
 *     there and must not be sent
 * @param findings what is wrong with the texts otherwise
 */
public record Composed(List<Wording> wordings, List<String> missing, List<Finding> findings) {
  public Composed {
    wordings = List.copyOf(wordings);
    missing = List.copyOf(missing);
    findings = List.copyOf(findings);
  }
}
