package nadhir.alerting.channel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import nadhir.alerting.channel.twilio.TwilioPublicSms;
import nadhir.alerting.channel.twilio.TwilioSandboxSms;
import nadhir.alerting.channel.webpush.WebPushPublic;
import nadhir.alerting.channel.webpush.WebPushSandbox;
import nadhir.core.lane.Lane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No path from a drill lane to the public exists, by the shape of the code. */
class WaysOutTest {
  private static final String TWILIO = "nadhir.alerting.channel.twilio.";
  private static final String PUSH = "nadhir.alerting.channel.webpush.";

  private static JavaClasses alerting;

  @BeforeAll
  static void read() {
    alerting =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nadhir.alerting");
    assertTrue(alerting.contain(LiveOrder.class) && alerting.contain(TwilioPublicSms.class));
  }

  @Test
  void thereAreTwoKindsOfOrderAndNeitherCanBeMadeOutside() {
    assertArrayEquals(
        new Class<?>[] {LiveOrder.class, ExerciseOrder.class},
        Order.class.getPermittedSubclasses());
    for (Class<?> kind : Order.class.getPermittedSubclasses()) {
      assertTrue(Modifier.isFinal(kind.getModifiers()), kind.getName());
      assertEquals(0, kind.getConstructors().length, kind.getName());
    }
    onlyMadeBy(LiveOrder.class, LiveOrders.class);
    onlyMadeBy(ExerciseOrder.class, ExerciseOrders.class);
  }

  private static void onlyMadeBy(Class<?> order, Class<?> factory) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(factory.getName())
        .should()
        .callConstructorWhere(
            JavaCall.Predicates.target(HasOwner.Predicates.With.owner(assignableTo(order))))
        .check(alerting);
  }

  @Test
  void leaveToSendToThePublicNeedsTheLiveLaneAndItsKey() {
    assertEquals(1, LiveOrders.class.getDeclaredConstructors().length);
    assertEquals(
        List.of(Lane.Live.class, SecretKey.class),
        List.of(LiveOrders.class.getDeclaredConstructors()[0].getParameterTypes()));
    assertEquals(
        List.of(Lane.Drill.class),
        List.of(ExerciseOrders.class.getDeclaredConstructors()[0].getParameterTypes()));
  }

  @Test
  void publicEndpointsTakeNothingButLiveOrders() {
    for (Class<?> endpoint :
        List.of(PublicEndpoint.class, TwilioPublicSms.class, WebPushPublic.class)) {
      assertTrue(PublicEndpoint.class.isAssignableFrom(endpoint));
      assertEquals(List.of(LiveOrder.class), ordersTakenBy(endpoint), endpoint.getName());
    }
    for (Class<?> endpoint :
        List.of(SandboxEndpoint.class, TwilioSandboxSms.class, WebPushSandbox.class)) {
      assertTrue(SandboxEndpoint.class.isAssignableFrom(endpoint));
      assertEquals(List.of(ExerciseOrder.class), ordersTakenBy(endpoint), endpoint.getName());
    }
    classes()
        .that(are(assignableTo(PublicEndpoint.class)))
        .should()
        .notBeAssignableTo(SandboxEndpoint.class)
        .check(alerting);
  }

  /** What can be handed in to be sent. */
  private static List<Class<?>> ordersTakenBy(Class<?> endpoint) {
    return Arrays.stream(endpoint.getMethods())
        .filter(m -> m.getDeclaringClass() != Object.class)
        .flatMap(m -> Stream.<Class<?>>of(m.getParameterTypes()))
        .filter(t -> Order.class.isAssignableFrom(t) || t == Letter.class || t == Object.class)
        .distinct()
        .toList();
  }

  @Test
  void allPublicEndpointsAreKnownToThisTest() {
    var known =
        List.of(
            TwilioPublicSms.class.getName(),
            TwilioSandboxSms.class.getName(),
            WebPushPublic.class.getName(),
            WebPushSandbox.class.getName());
    var all =
        alerting.stream()
            .filter(c -> !c.isInterface())
            .filter(
                c ->
                    c.isAssignableTo(PublicEndpoint.class)
                        || c.isAssignableTo(SandboxEndpoint.class))
            .map(c -> c.getName())
            .sorted()
            .toList();
    assertEquals(known, all);
  }

  @Test
  void onlyTheTwoSendersPost() {
    methods()
        .that()
        .areDeclaredIn(SinglePost.class)
        .and()
        .haveName("post")
        .should(onlyBeCalledFrom(TWILIO + "TwilioHttp", PUSH + "PushSender"))
        .check(alerting);
    constructors()
        .that()
        .areDeclaredIn(SinglePost.class)
        .should(onlyBeCalledFrom(TWILIO + "TwilioSms", PUSH + "PushSender"))
        .check(alerting);
  }

  @Test
  void onlyEndpointsHaveASender() {
    constructors()
        .that()
        .areDeclaredIn(TWILIO + "TwilioSms")
        .should(onlyBeCalledFrom(TWILIO + "TwilioPublicSms", TWILIO + "TwilioSandboxSms"))
        .check(alerting);
    constructors()
        .that()
        .areDeclaredIn(PUSH + "PushSender")
        .should(onlyBeCalledFrom(PUSH + "WebPushPublic", PUSH + "WebPushSandbox"))
        .check(alerting);
  }

  private static <T extends JavaCodeUnit> ArchCondition<T> onlyBeCalledFrom(String... names) {
    var allowed = List.of(names);
    return new ArchCondition<>("only be called from " + allowed) {
      @Override
      public void check(T unit, ConditionEvents events) {
        for (var access : unit.getAccessesToSelf()) {
          boolean fine = allowed.contains(access.getOriginOwner().getName());
          events.add(new SimpleConditionEvent(access, fine, access.getDescription()));
        }
      }
    };
  }

  @Test
  void nobodyElseTalksToTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage("nadhir.alerting..")
        .and()
        .resideOutsideOfPackage("nadhir.alerting.channel..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .or(resideInAPackage("com.twilio.."))
                .or(resideInAPackage("com.zerodeplibs..")))
        .check(alerting);
  }

  @Test
  void theSandboxKnowsNothingOfTheWayToThePublic() {
    noClasses()
        .that()
        .resideInAPackage("nadhir.alerting.sandbox..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            LiveOrder.class,
            LiveOrders.class,
            LiveWayOut.class,
            PublicEndpoint.class,
            TwilioPublicSms.class,
            WebPushPublic.class)
        .check(alerting);
  }
}
