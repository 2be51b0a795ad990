package nadhir.core.feed.ais;

import dk.dma.ais.binary.BinArray;
import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisMessage12;
import dk.dma.ais.message.AisMessage14;
import dk.dma.ais.message.AisMessage18;
import dk.dma.ais.message.AisMessage19;
import dk.dma.ais.message.AisMessage21;
import dk.dma.ais.message.AisMessage24;
import dk.dma.ais.message.AisMessage27;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisMessage9;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.message.AisPosition;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.message.IVesselPositionMessage;
import dk.dma.ais.message.UTCDateResponseMessage;
import dk.dma.ais.sentence.Vdm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.geo.LatLon;

/** The payload of a complete message, read with AisLib. The only class that knows the library. */
final class Payload {
  /** Five slots carry 1,192 bits; a longer payload is nonsense. */
  static final int MAX_LETTERS = 200;

  /** In every type, behind type (6 bits) and repeat (2). */
  private static final int MMSI_FROM = 8;

  private static final int MMSI_TO = 37;

  /** The first letters of those types. */
  private static final char TYPE_21 = 'E';

  private static final char TYPE_27 = 'K';
  private static final int MOST_BITS_21 = 360;
  private static final int BITS_27 = 96;

  /** First letters of types 1, 2, 3, 4, 9, 11 and 18, which have 168 bits: 28 letters. */
  private static final String ALWAYS_A_SLOT = "12349;B";

  private static final int SLOT_LETTERS = 28;

  private static final double MPS_PER_KNOT = 1852.0 / 3600;

  private Payload() {}

  static AisMessage read(String letters, int padBits) throws Refusal {
    if (letters.isEmpty() || letters.length() > MAX_LETTERS) {
      throw new Refusal(Reason.BAD_PAYLOAD, letters.length() + " letters");
    }
    try {
      var bits = bits(letters, padBits);
      int type = (int) bits.getVal(6);
      return switch (type) {
        case 1, 2, 3, 4, 5, 9, 11, 12, 14, 18, 19, 21, 24, 27 -> message(parsed(type, bits));
        // binary data, acknowledgements, requests, corrections: only who sent them is read
        case 6, 7, 8, 10, 13, 17 ->
            new AisMessage.Other(type, mmsi(bits.getVal(MMSI_FROM, MMSI_TO)));
        default -> throw new Refusal(Reason.UNSUPPORTED_TYPE, "type " + type);
      };
    } catch (AisMessageException | SixbitException e) {
      throw new Refusal(Reason.BAD_PAYLOAD, String.valueOf(e.getMessage()));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      // the library trusts lengths that stand in the message itself
      throw new Refusal(Reason.BAD_PAYLOAD, "a length in the message is wrong");
    }
  }

  /**
   * Types 21 and 27 are often filled up to a whole slot, and receivers give wrong pad bits for
   * types that always fill one; the library takes neither.
   */
  private static BinArray bits(String letters, int padBits) throws SixbitException {
    boolean fullSlot =
        letters.length() == SLOT_LETTERS && ALWAYS_A_SLOT.indexOf(letters.charAt(0)) >= 0;
    int most =
        switch (letters.charAt(0)) {
          case TYPE_21 -> MOST_BITS_21 / 6;
          case TYPE_27 -> BITS_27 / 6;
          default -> MAX_LETTERS;
        };
    var bits = new BinArray();
    if (letters.length() > most) {
      bits.appendSixbit(letters.substring(0, most), 0);
    } else {
      bits.appendSixbit(letters, fullSlot ? 0 : padBits);
    }
    return bits;
  }

  private static dk.dma.ais.message.AisMessage parsed(int type, BinArray bits)
      throws AisMessageException, SixbitException {
    var vdm = new Vdm();
    vdm.setBinArray(bits);
    vdm.setMsgId(type);
    return dk.dma.ais.message.AisMessage.getInstance(vdm);
  }

  private static AisMessage message(dk.dma.ais.message.AisMessage m) {
    return switch (m) {
      case AisPositionMessage p -> classA(p);
      case AisMessage18 p -> classB(p, Optional.empty());
      case AisMessage19 p -> classB(p, text(p.getName()));
      case AisMessage9 p -> aircraft(p);
      case AisMessage27 p -> longRange(p);
      case UTCDateResponseMessage s ->
          new AisMessage.Station(s.getMsgId(), sender(s), place(s.getPos()), at(s));
      case AisMessage5 s -> voyage(s);
      case AisMessage24 s -> classBStatic(s);
      case AisMessage21 a -> aid(a);
      case AisMessage12 t ->
          new AisMessage.SafetyText(
              t.getMsgId(),
              sender(t),
              Optional.of(mmsi(t.getDestination())),
              text(t.getMessage()).orElse(""));
      case AisMessage14 t ->
          new AisMessage.SafetyText(
              t.getMsgId(), sender(t), Optional.empty(), text(t.getMessage()).orElse(""));
      case dk.dma.ais.message.AisMessage _ ->
          throw new IllegalStateException(
              "type " + m.getMsgId() + " is listed as read, but is not");
    };
  }

  private static AisMessage classA(AisPositionMessage p) {
    return new AisMessage.Position(
        p.getMsgId(),
        sender(p),
        place(p.getPos()),
        course(p.getCog()),
        tenthsOfKnots(p.getSog()),
        heading(p.getTrueHeading()),
        OptionalInt.of(p.getNavStatus()),
        Optional.empty());
  }

  private static <P extends dk.dma.ais.message.AisMessage & IVesselPositionMessage>
      AisMessage classB(P p, Optional<String> name) {
    return new AisMessage.Position(
        p.getMsgId(),
        sender(p),
        place(p.getPos()),
        course(p.getCog()),
        tenthsOfKnots(p.getSog()),
        heading(p.getTrueHeading()),
        OptionalInt.empty(),
        name);
  }

  private static AisMessage aircraft(AisMessage9 p) {
    return new AisMessage.Position(
        p.getMsgId(),
        sender(p),
        place(p.getPos()),
        course(p.getCog()),
        knots(p.getSog(), 1023),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static AisMessage longRange(AisMessage27 p) {
    return new AisMessage.Position(
        p.getMsgId(),
        sender(p),
        place(p.getPos()),
        p.getCog() < 360 ? OptionalDouble.of(p.getCog()) : OptionalDouble.empty(),
        knots(p.getSog(), 63),
        OptionalInt.empty(),
        OptionalInt.of(p.getNavStatus()),
        Optional.empty());
  }

  private static AisMessage voyage(AisMessage5 s) {
    return new AisMessage.Static(
        s.getMsgId(),
        sender(s),
        text(s.getName()),
        text(s.getCallsign()),
        OptionalInt.of(s.getShipType()),
        text(s.getDest()));
  }

  private static AisMessage classBStatic(AisMessage24 s) {
    return new AisMessage.Static(
        s.getMsgId(),
        sender(s),
        text(s.getName()),
        text(s.getCallsign()),
        s.getPartNumber() == 0 ? OptionalInt.empty() : OptionalInt.of(s.getShipType()),
        Optional.empty());
  }

  private static AisMessage aid(AisMessage21 a) {
    String name = a.getNameExt() == null ? a.getName() : a.getName() + a.getNameExt();
    return new AisMessage.Aid(
        a.getMsgId(), sender(a), text(name).orElse(""), place(a.getPos()), a.getOffPosition() == 1);
  }

  private static String sender(dk.dma.ais.message.AisMessage m) {
    return mmsi(m.getUserId());
  }

  private static String mmsi(long number) {
    String digits = Long.toString(number);
    return digits.length() >= 9 ? digits : "0".repeat(9 - digits.length()) + digits;
  }

  /** Latitude 91 and longitude 181 stand for "not available". */
  private static Optional<LatLon> place(AisPosition p) {
    double lat = p.getLatitudeDouble();
    double lon = p.getLongitudeDouble();
    return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
        ? Optional.of(new LatLon(lat, lon))
        : Optional.empty();
  }

  private static OptionalDouble course(int tenths) {
    return tenths < 3600 ? OptionalDouble.of(tenths / 10.0) : OptionalDouble.empty();
  }

  private static OptionalDouble tenthsOfKnots(int value) {
    return value < 1023 ? OptionalDouble.of(value / 10.0 * MPS_PER_KNOT) : OptionalDouble.empty();
  }

  private static OptionalDouble knots(int value, int end) {
    return value < end ? OptionalDouble.of(value * MPS_PER_KNOT) : OptionalDouble.empty();
  }

  private static OptionalInt heading(int value) {
    return value < 360 ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static Optional<String> text(String padded) {
    String text = dk.dma.ais.message.AisMessage.trimText(padded);
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Instant> at(UTCDateResponseMessage p) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  p.getUtcYear(),
                  p.getUtcMonth(),
                  p.getUtcDay(),
                  p.getUtcHour(),
                  p.getUtcMinute(),
                  p.getUtcSecond())
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // year 0, hour 24 and so on stand for "not available"
    }
  }
}
