package nadhir.core.site;

import nadhir.core.geo.Area;

/**
 * Who must be told when danger reaches beyond the border: an authority, never its public.
 *
 * @param agency whom to call, in the site's languages
 * @param channel how: a telephone, a hotline, a liaison office
 * @param area where its people live
 */
public record Neighbour(String id, Words name, Words agency, Words channel, Area area) {}
