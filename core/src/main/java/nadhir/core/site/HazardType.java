package nadhir.core.site;

import java.time.Duration;
import nadhir.core.id.HazardTypeId;

/**
 * A kind of hazard, as data: a site adds fire or blackout by adding a line.
 *
 * @param capCategory CAP 1.2 category: Geo, Met, Safety, Security, Rescue, Fire, Health, Env,
 *     Transport, Infra, CBRNE, Other
 * @param staysFor how long a hazard of this type stays active without a new report
 */
public record HazardType(HazardTypeId id, Words name, String capCategory, Duration staysFor) {}
