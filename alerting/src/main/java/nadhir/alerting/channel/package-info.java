/**
 * The ways out, and who may use them. A public endpoint takes only a {@link
 * nadhir.alerting.channel.LiveOrder}, which only the live lane can make; the sandbox takes only an
 * {@link nadhir.alerting.channel.ExerciseOrder}.
 */
package nadhir.alerting.channel;
