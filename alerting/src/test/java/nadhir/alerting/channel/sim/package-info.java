/**
 * What the channels are proved against: servers of other people, run by Node on this machine, and a
 * tap on the line to them. Nothing here was written to agree with our adapters.
 */
package nadhir.alerting.channel.sim;
