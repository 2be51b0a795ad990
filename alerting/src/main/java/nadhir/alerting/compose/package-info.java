/** From {@code messages.yaml} and the values of the day to texts in every language of a site. */
package nadhir.alerting.compose;
