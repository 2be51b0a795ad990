/** Made when the console is built, see `build/base-map.ts`. Longitude first. */
declare module 'virtual:base-map' {
  const baseMap: {
    land: [number, number][][];
    coast: [number, number][][];
    borders: [number, number][][];
    box: { west: number; south: number; east: number; north: number };
  };
  export default baseMap;
}
