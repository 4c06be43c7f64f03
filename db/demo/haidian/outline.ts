import { readFileSync } from 'node:fs';
import { at } from './random.ts';
import { type Street, streets } from './streets.ts';

type Point = readonly [longitude: number, latitude: number];

/** The coarse outline of Haidian, drawn by us: 示意. A closed ring, WGS-84 degrees. */
export const outline: readonly Point[] = readRing();

/** Whether a point lies inside the outline: a ray to the east crosses its sides an odd number of times. */
export function isInside(longitude: number, latitude: number): boolean {
  let inside = false;
  for (let side = 1; side < outline.length; side++) {
    const [x1, y1] = at(outline, side - 1);
    const [x2, y2] = at(outline, side);
    const crosses = y1 > latitude !== y2 > latitude;
    if (crosses && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** The street whose point is nearest: the cells of the demo's map. */
export function cellOf(longitude: number, latitude: number): Street {
  let nearest = at(streets, 0);
  let least = Infinity;
  for (const street of streets) {
    // A degree of longitude is shorter than one of latitude by the cosine of 40°.
    const distance = Math.hypot((street.longitude - longitude) * 0.766, street.latitude - latitude);
    if (distance < least) [nearest, least] = [street, distance];
  }
  return nearest;
}

function readRing(): Point[] {
  const text = readFileSync(new URL('./outline.geojson', import.meta.url), 'utf8');
  const file = JSON.parse(text) as { features: { geometry: { coordinates: Point[][] } }[] };
  return at(at(file.features, 0).geometry.coordinates, 0);
}
