package nadhir.alerting.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.StoreAway;

/** One member's view of the store, over a line that can fail. */
final class FaultyStore {
  /** What happens to a call. */
  enum Fault {
    NONE,
    /** It never arrives. */
    BEFORE,
    /** It is done, and the answer gets lost. */
    AFTER
  }

  private FaultyStore() {}

  /**
   * @param faults asked for each call
   */
  static DeliveryStore over(DeliveryStore store, Supplier<Fault> faults) {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            FaultyStore.class.getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (_, method, args) -> {
              Fault fault = faults.get();
              if (fault == Fault.BEFORE) {
                throw away();
              }
              Object answer;
              try {
                answer = method.invoke(store, Optional.ofNullable(args).orElse(new Object[0]));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (fault == Fault.AFTER) {
                throw away();
              }
              return answer;
            });
  }

  private static StoreAway away() {
    return new StoreAway("made up", new IllegalStateException());
  }
}
