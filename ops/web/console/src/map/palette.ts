/** Colours of the map, read from the theme of the page. */
export interface Palette {
  sea: string;
  land: string;
  coast: string;
  line: string;
  edge: string;
  ink: string;
  decide: string;
  accent: string;
  warn: string;
  bad: string;
  ship: string;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#808080';
  return {
    sea: read('sea'),
    land: read('land'),
    coast: read('coast'),
    line: read('line'),
    edge: read('edge'),
    ink: read('ink'),
    decide: read('decide'),
    accent: read('accent'),
    warn: read('warn'),
    bad: read('bad'),
    ship: read('ship'),
  };
}
