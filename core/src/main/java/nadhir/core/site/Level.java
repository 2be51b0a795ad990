package nadhir.core.site;

import nadhir.core.id.LevelId;

/** A warning level of the site (ISO 22324). {@code rank} orders them; {@code colour} is #rrggbb. */
public record Level(LevelId id, int rank, Words name, String colour) {}
