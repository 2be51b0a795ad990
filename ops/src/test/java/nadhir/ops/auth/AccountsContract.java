package nadhir.ops.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.Test;

/** What every store of accounts keeps to. */
public interface AccountsContract {
  Accounts accounts();

  private static Account account(String name, Role... roles) {
    return new Account(name, new PersonRef(name + "-1"), List.of(roles), "hash of " + name);
  }

  @Test
  default void whatIsAddedIsFoundWhole() {
    var amal = account("amal", Role.OPERATOR, Role.APPROVER);
    assertTrue(accounts().add(amal));
    assertEquals(Optional.of(amal), accounts().find("amal"));
    assertEquals(Optional.empty(), accounts().find("amal2"));
  }

  @Test
  default void aNameThatIsTakenStaysWithItsAccount() {
    assertTrue(accounts().add(account("amal", Role.OPERATOR)));
    assertFalse(accounts().add(account("amal", Role.ADMINISTRATOR)));
    assertEquals(List.of(Role.OPERATOR), accounts().find("amal").orElseThrow().roles());
  }

  @Test
  default void onlyWhatIsThereIsReplacedOrRemoved() {
    assertFalse(accounts().replace(account("amal", Role.VIEWER)));
    assertFalse(accounts().remove("amal"));
    accounts().add(account("amal", Role.OPERATOR));
    assertTrue(accounts().replace(account("amal", Role.VIEWER)));
    assertEquals(List.of(Role.VIEWER), accounts().find("amal").orElseThrow().roles());
    assertTrue(accounts().remove("amal"));
    assertEquals(List.of(), accounts().all());
  }

  @Test
  default void allAreListedByName() {
    accounts().add(account("zain", Role.VIEWER));
    accounts().add(account("amal", Role.VIEWER));
    assertEquals(List.of("amal", "zain"), accounts().all().stream().map(Account::name).toList());
  }
}
