/** What a text costs as an SMS, and what is wrong with it. */
package nadhir.alerting.text;
