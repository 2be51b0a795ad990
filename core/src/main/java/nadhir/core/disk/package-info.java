/** Files of the node's own data folder, written so that they survive a power cut. */
package nadhir.core.disk;
