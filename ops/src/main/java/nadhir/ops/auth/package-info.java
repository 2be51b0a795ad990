/**
 * Who may come in: local accounts, passwords, sessions, and the slowing down of those who guess.
 * What a person may do once inside is decided where it is asked for.
 */
package nadhir.ops.auth;
