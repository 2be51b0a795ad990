package nadhir.core.command;

/** What a person asks the house to do. Each kind is decided by one desk. */
public sealed interface Command
    permits HazardCommand, RiskCommand, AlertCommand, DispatchCommand, DrillCommand, SiteCommand {}
