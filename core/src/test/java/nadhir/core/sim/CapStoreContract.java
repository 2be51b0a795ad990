package nadhir.core.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nadhir.core.cap.CapStore;
import nadhir.core.id.AlertId;
import org.junit.jupiter.api.Test;

/** What a store of CAP documents must do. Each case starts without any. */
public abstract class CapStoreContract {
  private static final AlertId ALERT = new AlertId("alert-21");

  protected abstract CapStore store();

  @Test
  void whatIsNotKeptIsNotThere() {
    assertEquals(Optional.empty(), store().find(ALERT, 1));
  }

  @Test
  void whatIsKeptComesBackWhole() {
    String xml = "<alert>" + "سيل في وادي اليتم ".repeat(10_000) + "</alert>";
    assertEquals(xml, store().keep(ALERT, 1, xml));
    assertEquals(Optional.of(xml), store().find(ALERT, 1));
    assertEquals(Optional.empty(), store().find(ALERT, 2));
    assertEquals(Optional.empty(), store().find(new AlertId("alert-2"), 1));
  }

  @Test
  void theFirstDocumentStays() {
    store().keep(ALERT, 1, "<first/>");
    assertEquals("<first/>", store().keep(ALERT, 1, "<second/>"));
    assertEquals(Optional.of("<first/>"), store().find(ALERT, 1));
  }
}
