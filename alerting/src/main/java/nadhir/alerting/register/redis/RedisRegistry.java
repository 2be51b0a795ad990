package nadhir.alerting.register.redis;

import io.lettuce.core.RedisException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.PushAddress;
import nadhir.alerting.register.Registry;
import nadhir.alerting.register.RegistryKeys;
import nadhir.alerting.register.Subscriber;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisUnavailable;

/**
 * The register of one lane on Redis. Entries are sealed, numbers are found by their keyed hash: the
 * server sees references only. Every method throws {@link RedisUnavailable} when Redis does not
 * answer; all can be repeated without harm.
 */
public final class RedisRegistry implements Registry {
  private static final LuaScript PUT = LuaScript.beside(RedisRegistry.class, "put.lua");

  /** Stands for "no matter what is there" and for "nothing". */
  private static final String ANY = "";

  private final Redis redis;
  private final String prefix;
  private final SubscriberSeal seal;

  public RedisRegistry(Redis redis, Lane lane, RegistryKeys keys, SecureRandom random) {
    this.redis = redis;
    this.prefix = "nadhir:registry:" + lane.key() + ":";
    this.seal = new SubscriberSeal(lane.key(), keys, random);
  }

  /** Hash: reference → sealed subscriber. */
  private String partitionKey(int partition) {
    return prefix + "partition:" + partition;
  }

  /** Hash: keyed hash of a number → references, apart by blanks. */
  private String phonesKey() {
    return prefix + "phones";
  }

  /** Hash: reference → keyed hash of its number, to find what to take out. */
  private String numbersKey() {
    return prefix + "numbers";
  }

  private String revisionKey() {
    return prefix + "revision";
  }

  @Override
  public long revision() {
    return Optional.ofNullable(asking(() -> redis.commands().get(revisionKey())))
        .map(Long::parseLong)
        .orElse(0L);
  }

  @Override
  public List<Subscriber> partition(int partition) {
    SortedMap<PersonRef, Subscriber> found = new TreeMap<>();
    asking(() -> redis.commands().hgetall(partitionKey(partition)))
        .forEach((ref, text) -> found.put(new PersonRef(ref), seal.open(new PersonRef(ref), text)));
    return List.copyOf(found.values());
  }

  @Override
  public List<Subscriber> findAll(List<PersonRef> refs) {
    Map<Integer, List<PersonRef>> byPartition = new TreeMap<>();
    refs.forEach(
        ref -> byPartition.computeIfAbsent(Partition.of(ref), _ -> new ArrayList<>()).add(ref));
    Map<PersonRef, Subscriber> found = new HashMap<>();
    byPartition.forEach(
        (partition, some) ->
            stored(partition, some).forEach((ref, text) -> found.put(ref, seal.open(ref, text))));
    return refs.stream().flatMap(ref -> Optional.ofNullable(found.get(ref)).stream()).toList();
  }

  private Map<PersonRef, String> stored(int partition, List<PersonRef> refs) {
    String[] fields = refs.stream().map(PersonRef::value).toArray(String[]::new);
    Map<PersonRef, String> stored = new HashMap<>();
    asking(() -> redis.commands().hmget(partitionKey(partition), fields))
        .forEach(kv -> kv.ifHasValue(value -> stored.put(new PersonRef(kv.getKey()), value)));
    return stored;
  }

  @Override
  public Optional<PersonRef> findByPhone(PhoneNumber phone) {
    return Optional.ofNullable(asking(() -> redis.commands().hget(phonesKey(), seal.lookUp(phone))))
        .map(refs -> new PersonRef(refs.split(" ")[0]));
  }

  @Override
  public void put(Subscriber subscriber) {
    write(subscriber.ref(), ANY, seal.seal(subscriber), number(subscriber));
  }

  private String number(Subscriber subscriber) {
    return subscriber.phone().map(seal::lookUp).orElse("");
  }

  @Override
  public void remove(PersonRef ref) {
    write(ref, ANY, "", "");
  }

  @Override
  public void forgetPush(PersonRef ref, PushAddress gone) {
    boolean again = true;
    while (again) {
      Optional<String> before =
          Optional.ofNullable(stored(Partition.of(ref), List.of(ref)).get(ref));
      Optional<Subscriber> without =
          before
              .map(text -> seal.open(ref, text))
              .filter(s -> s.push().filter(gone::equals).isPresent())
              .map(Subscriber::withoutPush);
      // Somebody may have changed the entry in between: then look again.
      again =
          without.isPresent()
              && !write(ref, before.get(), seal.seal(without.get()), number(without.get()));
    }
  }

  /** Whether it was written, the entry being {@code expected}. */
  private boolean write(PersonRef ref, String expected, String sealed, String number) {
    long written =
        asking(
            () ->
                PUT.number(
                    redis.commands(),
                    List.of(
                        partitionKey(Partition.of(ref)), phonesKey(), numbersKey(), revisionKey()),
                    List.of(ref.value(), expected, sealed, number)));
    return written == 1;
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (RedisException e) {
      throw new RedisUnavailable("The register cannot be asked: " + e.getMessage(), e);
    }
  }
}
