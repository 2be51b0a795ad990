package nadhir.core.event;

/**
 * Something that is written in the journal: an input, or what was decided because of one. Events
 * are the published language between the modules; they carry no personal data, only references.
 */
public sealed interface Event
    permits Input,
        WatchEvent,
        HazardEvent,
        RiskEvent,
        AlertEvent,
        DispatchEvent,
        DrillEvent,
        SiteEvent {}
