/** Sources that push their messages over a WebSocket. */
package nadhir.core.feed.ws;
