/** The alert desk: what is told, who must agree, and what follows once it is told. Pure. */
package nadhir.alerting.desk;
