/** Reads {@code site.yaml}. The other files of a pack are read by the modules that own them. */
package nadhir.core.pack;
