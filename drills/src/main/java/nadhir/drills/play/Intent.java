package nadhir.drills.play;

import nadhir.core.command.Command;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;

/**
 * A command that a scripted person is about to give.
 *
 * @param id made from the script and what the command is about, so that giving it twice after a
 *     takeover changes nothing
 */
record Intent(CommandId id, Actor actor, Command command) {}
