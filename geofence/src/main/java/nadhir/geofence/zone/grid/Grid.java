package nadhir.geofence.zone.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shapes by place, each known by its number. Immutable: a change gives another grid that shares all
 * squares but those that the changed shape stands in, so that readers need no lock.
 *
 * <p>A shape stands in a square of a kilometre that it covers whole, else in the cells of 250 m
 * that it covers whole, and with its edges in those at its border ({@link Square}). A place within
 * centimetres of an edge is asked of the shape itself; so are shapes too wide to be drawn.
 */
public final class Grid {
  /** A square costs 4 bytes even when nothing stands in it; wider regions get wider squares. */
  static final int MOST_SQUARES = 1 << 22;

  private static final int LEAST_SQUARES = 1 << 20;
  private static final int SQUARES_PER_SHAPE = 64;

  /** Squares and edges in cells of one shape; one that needs more is asked for every place. */
  static final int MOST_PIECES = 1 << 18;

  /**
   * So many places are put in order first when so many shapes are there; fewer places lie too far
   * apart to gain by it, and fewer shapes are near enough to the processor in any order.
   */
  private static final int SORTED_FROM_PLACES = 1 << 16;

  private static final int SORTED_FROM_SHAPES = 3_000;

  private static final int NOBODY = -1;
  private static final Bounds NOWHERE = new Bounds(0, 0, 0, 0);

  private final Lattice lattice;
  private final Window window;

  /** Copies of what lattice and window say: one step less to reach for each place. */
  private final double perLonDeg;

  private final double perLatDeg;
  private final int west;
  private final int south;
  private final int width;
  private final double southDeg;
  private final double westDeg;
  private final double northDeg;
  private final double eastDeg;

  /** {@link Square#NOTHING} where nothing stands. */
  private final int[][] squares;

  /** Null where a number is free. */
  private final Shape[] shapes;

  /** Numbers of the shapes that could not be drawn. */
  private final int[] aside;

  private final int mostInSquare;

  private Grid(
      Lattice lattice,
      Window window,
      int[][] squares,
      Shape[] shapes,
      int[] aside,
      int mostInSquare) {
    this.lattice = lattice;
    this.window = window;
    this.squares = squares;
    this.shapes = shapes;
    this.aside = aside;
    this.mostInSquare = mostInSquare;
    Bounds inner = window.inner(lattice);
    perLonDeg = lattice.perLonDeg();
    perLatDeg = lattice.perLatDeg();
    west = window.west();
    south = window.south();
    width = window.width();
    southDeg = inner.southDeg();
    westDeg = inner.westDeg();
    northDeg = inner.northDeg();
    eastDeg = inner.eastDeg();
  }

  /** The shapes get their place in the list as number. */
  public static Grid over(List<Shape> shapes) {
    return over(shapes.toArray(Shape[]::new));
  }

  private static Grid over(Shape[] shapes) {
    var bounds =
        Bounds.of(
            Arrays.stream(shapes)
                .filter(s -> s != null && Drawing.isDrawable(s))
                .map(Shape::bounds)
                .toList());
    long most = Math.clamp((long) SQUARES_PER_SHAPE * shapes.length, LEAST_SQUARES, MOST_SQUARES);
    Lattice lattice = Lattice.over(bounds.orElse(NOWHERE), most);
    Window window = bounds.map(b -> Window.over(b, lattice)).orElse(Window.EMPTY);
    Ints[] entries = new Ints[(int) window.squares()];
    Ints aside = new Ints();
    for (int number = 0; number < shapes.length; number++) {
      if (shapes[number] != null) {
        Optional<Footprint> drawn = Drawing.of(lattice, shapes[number], MOST_PIECES);
        if (drawn.isPresent()) {
          collect(number, drawn.get(), window, entries);
        } else {
          aside.add(number);
        }
      }
    }
    int[][] squares = nothing(entries.length);
    int mostInSquare = 0;
    for (int i = 0; i < squares.length; i++) {
      if (entries[i] != null) {
        squares[i] = Square.encode(entries[i]);
        mostInSquare = Math.max(mostInSquare, Square.most(squares[i]));
        entries[i] = null; // as large as the square, and not needed again
      }
    }
    return new Grid(lattice, window, squares, shapes, aside.toArray(), mostInSquare);
  }

  private static void collect(int number, Footprint footprint, Window window, Ints[] entries) {
    footprint.forEach(
        (column, row, all, from, to) -> {
          int at = window.at(column, row);
          entries[at] = entries[at] == null ? new Ints() : entries[at];
          Square.add(entries[at], number, all, from, to);
        });
  }

  /**
   * With a shape under a number: in place of the one that has it, or new. Costs by the squares that
   * the two stand in; but when the new one is far from all others, everything is drawn anew.
   *
   * @param number at most {@link #numbers()}
   */
  public Grid with(int number, Shape shape) {
    Shape[] changed = Arrays.copyOf(shapes, Math.max(shapes.length, number + 1));
    changed[number] = shape;
    Optional<Footprint> drawn = Drawing.of(lattice, shape, MOST_PIECES);
    Window wider = drawn.isPresent() ? window.and(Window.over(shape.bounds(), lattice)) : window;
    if (wider.squares() > MOST_SQUARES) {
      return over(changed);
    }
    int[][] all = spread(wider);
    int[] left = remove(number, wider, all);
    if (drawn.isEmpty()) {
      int[] more = Arrays.copyOf(left, left.length + 1);
      more[left.length] = number;
      return new Grid(lattice, wider, all, changed, more, mostInSquare);
    }
    int most = add(number, drawn.get(), wider, all);
    return new Grid(lattice, wider, all, changed, left, Math.max(mostInSquare, most));
  }

  /** Without the shape that has a number; the number is free from then on. */
  public Grid without(int number) {
    Shape[] changed = shapes.clone();
    changed[number] = null;
    int[][] all = squares.clone();
    int[] left = remove(number, window, all);
    return new Grid(lattice, window, all, changed, left, mostInSquare);
  }

  private static int[][] nothing(int count) {
    int[][] squares = new int[count][];
    Arrays.fill(squares, Square.NOTHING);
    return squares;
  }

  private int[][] spread(Window wider) {
    if (wider.equals(window)) {
      return squares.clone();
    }
    int[][] all = nothing((int) wider.squares());
    for (int row = 0; row < window.height(); row++) {
      int to = wider.at(window.west(), window.south() + row);
      System.arraycopy(squares, row * window.width(), all, to, window.width());
    }
    return all;
  }

  /** The numbers of those that are left aside. */
  private int[] remove(int number, Window window, int[][] all) {
    if (number >= shapes.length || shapes[number] == null) {
      return aside;
    }
    Drawing.of(lattice, shapes[number], MOST_PIECES)
        .ifPresent(
            old ->
                old.forEach(
                    (column, row, _, _, _) -> {
                      int at = window.at(column, row);
                      var entries = new Ints();
                      Square.decode(all[at], number, entries);
                      all[at] = entries.size() == 0 ? Square.NOTHING : Square.encode(entries);
                    }));
    return Arrays.stream(aside).filter(n -> n != number).toArray();
  }

  private static int add(int number, Footprint footprint, Window window, int[][] all) {
    int[] most = {0};
    footprint.forEach(
        (column, row, more, from, to) -> {
          int at = window.at(column, row);
          var entries = new Ints();
          Square.decode(all[at], NOBODY, entries);
          Square.add(entries, number, more, from, to);
          all[at] = Square.encode(entries);
          most[0] = Math.max(most[0], Square.most(all[at]));
        });
    return most[0];
  }

  /** Numbers are below this. */
  public int numbers() {
    return shapes.length;
  }

  /** So much room is needed for an answer. */
  public int most() {
    return mostInSquare + aside.length + 1;
  }

  /**
   * The numbers of all shapes that hold a place, in no particular order; nothing is left on the
   * heap.
   *
   * @param into with room for {@link #most()}; what is behind the answer in it is overwritten
   * @return how many there are
   */
  public int find(double latDeg, double lonDeg, int[] into) {
    int found = aside.length == 0 ? 0 : findAside(latDeg, lonDeg, into);
    // also when one of them is no number
    if (!inner(latDeg, lonDeg)) {
      return found;
    }
    long x = (long) ((lonDeg + 180) * perLonDeg);
    long y = (long) ((latDeg + 90) * perLatDeg);
    return Lookup.find(
        squares[at(x, y)], cell(x, y), unit(x), unit(y), shapes, latDeg, lonDeg, into, found);
  }

  /** As {@link #find(double, double, int[])} for many places. */
  public void find(double[] latDeg, double[] lonDeg, Found found) {
    boolean sorts = latDeg.length >= SORTED_FROM_PLACES && shapes.length >= SORTED_FROM_SHAPES;
    int[] order = sorts ? order(latDeg, lonDeg) : new int[0];
    var ahead = new Ahead();
    int[] into = new int[most()];
    for (int from = 0; from < latDeg.length; from += Ahead.MANY) {
      int count = Math.min(Ahead.MANY, latDeg.length - from);
      for (int k = 0; k < count; k++) {
        int i = sorts ? order[from + k] : from + k;
        boolean in = inner(latDeg[i], lonDeg[i]);
        long x = (long) ((lonDeg[i] + 180) * perLonDeg);
        long y = (long) ((latDeg[i] + 90) * perLatDeg);
        ahead.look(k, i, in ? squares[at(x, y)] : Square.NOTHING, cell(x, y), unit(x), unit(y));
      }
      ahead.touch(count);
      for (int k = 0; k < count; k++) {
        int i = ahead.place(k);
        int already = aside.length == 0 ? 0 : findAside(latDeg[i], lonDeg[i], into);
        int all = ahead.find(k, shapes, latDeg[i], lonDeg[i], into, already);
        if (all > 0) {
          found.at(i, into, all);
        }
      }
    }
  }

  private boolean inner(double latDeg, double lonDeg) {
    return latDeg >= southDeg && latDeg <= northDeg && lonDeg >= westDeg && lonDeg <= eastDeg;
  }

  private int[] order(double[] latDeg, double[] lonDeg) {
    int[] keys = new int[latDeg.length];
    for (int i = 0; i < keys.length; i++) {
      long x = (long) ((lonDeg[i] + 180) * perLonDeg);
      long y = (long) ((latDeg[i] + 90) * perLatDeg);
      keys[i] = inner(latDeg[i], lonDeg[i]) ? at(x, y) : squares.length;
    }
    return CellOrder.sorted(keys, squares.length);
  }

  public Shape shape(int number) {
    return shapes[number];
  }

  Lattice lattice() {
    return lattice;
  }

  private int at(long x, long y) {
    int row = (int) (y >> Lattice.SQUARE_BITS) - south;
    return row * width + (int) (x >> Lattice.SQUARE_BITS) - west;
  }

  private static int cell(long x, long y) {
    int row = (int) (y >> Lattice.CELL_BITS) & Lattice.SIDE - 1;
    return row * Lattice.SIDE + ((int) (x >> Lattice.CELL_BITS) & Lattice.SIDE - 1);
  }

  private static int unit(long units) {
    return (int) units & Lattice.CELL_UNITS - 1;
  }

  private int findAside(double latDeg, double lonDeg, int[] into) {
    int found = 0;
    for (int number : aside) {
      if (shapes[number].covers(latDeg, lonDeg)) {
        into[found++] = number;
      }
    }
    return found;
  }

  /** How many shapes and edges are looked at for a place; time depends on the machine, this not. */
  int looked(double latDeg, double lonDeg) {
    long x = (long) lattice.eastUnits(lonDeg);
    long y = (long) lattice.northUnits(latDeg);
    return aside.length
        + (inner(latDeg, lonDeg) ? Lookup.looked(squares[at(x, y)], cell(x, y)) : 0);
  }

  /** What the squares take on the heap, headers included; the shapes themselves are not counted. */
  public long squareBytes() {
    long bytes = 4L * squares.length;
    for (int[] square : squares) {
      bytes += square == Square.NOTHING ? 0 : 16 + 4L * square.length;
    }
    return bytes;
  }
}
