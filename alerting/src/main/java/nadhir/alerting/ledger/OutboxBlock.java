package nadhir.alerting.ledger;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/**
 * Recipients of one partition who wait for one revision on one channel.
 *
 * @param lane shown by what sends it
 * @param severity the stream it waits in: the worst that the alert has had so far
 * @param seal proof that the lane it claims made it
 */
public record OutboxBlock(
    String lane,
    AlertId alert,
    int revision,
    int partition,
    Channel channel,
    Severity severity,
    List<PersonRef> recipients,
    String seal) {
  /** One mark in the store, and one loss at worst, covers this many. */
  public static final int MAX_RECIPIENTS = 100;

  public OutboxBlock {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("a block has 1 to " + MAX_RECIPIENTS + " recipients");
    }
  }

  /** As many full blocks as it takes, in the order given, not yet sealed. */
  public static List<OutboxBlock> split(
      String lane,
      AlertId alert,
      int revision,
      int partition,
      Channel channel,
      Severity severity,
      List<PersonRef> recipients) {
    List<OutboxBlock> blocks = new ArrayList<>();
    for (int from = 0; from < recipients.size(); from += MAX_RECIPIENTS) {
      var some = recipients.subList(from, Math.min(from + MAX_RECIPIENTS, recipients.size()));
      blocks.add(new OutboxBlock(lane, alert, revision, partition, channel, severity, some, ""));
    }
    return blocks;
  }

  public DeliveryId delivery(PersonRef recipient) {
    return new DeliveryId(alert, revision, recipient, channel);
  }

  /** What the seal is made over: all but the seal. */
  public String sealedText() {
    var text = new StringBuilder();
    text.append(lane).append('|').append(alert).append('|').append(revision);
    text.append('|').append(partition).append('|').append(channel).append('|').append(severity);
    recipients.forEach(recipient -> text.append('|').append(recipient));
    return text.toString();
  }

  public OutboxBlock sealed(String newSeal) {
    return new OutboxBlock(
        lane, alert, revision, partition, channel, severity, recipients, newSeal);
  }
}
