package nadhir.alerting.outbox;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import nadhir.alerting.ledger.Patience;

/**
 * All that the outbox knows of time, handed in.
 *
 * @param lane the lane's clock, by which messages expire; in a drill it stands while effects run
 * @param nanos a clock that never stands and never jumps, by which a frozen process is noticed:
 *     {@code System::nanoTime}
 * @param pause waits for real
 */
public record OutboxTimes(InstantSource lane, LongSupplier nanos, Patience.Pause pause) {}
