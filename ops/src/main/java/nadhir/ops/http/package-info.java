/**
 * The house's face to browsers and programs: the routes under {@code /api/v1}, the event stream,
 * health and metrics, and the console's files. What it needs of the house it asks for through the
 * small interfaces here; {@code openapi.yaml} says what it takes and answers.
 */
package nadhir.ops.http;
