/**
 * Who can be told: people, institutions' duty phones and partners, with their places, addresses and
 * wishes. Personal data lives here and nowhere else; everybody else holds a {@link
 * nadhir.core.id.PersonRef}.
 */
package nadhir.alerting.register;
