package nadhir.ops.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nadhir.core.geo.Box;
import nadhir.core.id.Id;

/**
 * Reads parameters of the address. Each throws {@link Problem.Stop} when it is not what it must be.
 */
final class Queries {
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,12})?");

  private Queries() {}

  static long number(RoutingContext request, String name, long usual, long least, long most) {
    return number(request, name, least, most).orElse(usual);
  }

  static OptionalLong number(RoutingContext request, String name, long least, long most) {
    Optional<String> text = text(request, name);
    return text.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(number(Fault.Kind.PARAMETER, name, text.get(), least, most));
  }

  static long number(Fault.Kind kind, String name, String text, long least, long most) {
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = most == Long.MAX_VALUE ? " or more" : " to " + most;
    throw fault(kind, name, "must be a whole number, " + least + range);
  }

  static Optional<String> id(RoutingContext request, String name) {
    Optional<String> text = text(request, name);
    if (text.isPresent() && !Id.isValid(text.get())) {
      throw fault(Fault.Kind.PARAMETER, name, "must be 1 to 120 of A-Z a-z 0-9 . _ : / -");
    }
    return text;
  }

  /** {@code west,south,east,north} in degrees. */
  static Optional<Box> box(RoutingContext request, String name) {
    return text(request, name).map(text -> box(name, text));
  }

  private static Box box(String name, String text) {
    String[] sides = text.split(",", -1);
    boolean numbers =
        sides.length == 4 && Stream.of(sides).allMatch(s -> DEGREES.matcher(s).matches());
    if (numbers) {
      double[] deg = Stream.of(sides).mapToDouble(Double::parseDouble).toArray();
      try {
        return new Box(deg[1], deg[0], deg[3], deg[2]);
      } catch (IllegalArgumentException _) {
        // told below
      }
    }
    throw fault(
        Fault.Kind.PARAMETER, name, "must be west,south,east,north in degrees, west below east");
  }

  private static Optional<String> text(RoutingContext request, String name) {
    List<String> values = request.queryParam(name);
    if (values.size() > 1) {
      throw fault(Fault.Kind.PARAMETER, name, "is given more than once");
    }
    return values.stream().findFirst();
  }

  private static Problem.Stop fault(Fault.Kind kind, String name, String detail) {
    return Problem.contract(List.of(new Fault(kind, name, detail))).stop();
  }
}
