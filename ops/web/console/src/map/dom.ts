import { type Look, shapePaths } from '@nadhir/kit';
import { type IconName, icons } from '../look/icons.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** An icon of ours as an element; its source is part of the build, never from outside. */
export function iconElement(name: IconName): SVGElement {
  const parsed = new DOMParser().parseFromString(icons[name], 'image/svg+xml').documentElement;
  parsed.setAttribute('aria-hidden', 'true');
  parsed.setAttribute('class', 'icon');
  return document.importNode(parsed, true) as unknown as SVGElement;
}

export function shapeElement(look: Look): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'shape');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapePaths[look.shape]);
  path.setAttribute('fill', look.ground);
  path.setAttribute('stroke', look.ink);
  path.setAttribute('stroke-width', '1.5');
  svg.append(path);
  return svg;
}
