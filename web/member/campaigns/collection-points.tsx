import { useState } from 'preact/hooks';
import type { CollectionPoint } from '../../../contract/care.ts';
import { distanceOf, numberOf } from '../../ui/format.ts';
import { metresBetween, type Position } from '../nearby/position.ts';
import { languageNow } from '../shell/settings.ts';
import { t } from '../words.ts';

const shownAtFirst = 6;

/** Nearest first where the position is known; points without places come last. */
export function inOrder(points: CollectionPoint[], at: Position | null): CollectionPoint[] {
  const far = (point: CollectionPoint) => (at ? metresBetween(at, point) : 0);
  return points.toSorted((a, b) => Number(b.left > 0) - Number(a.left > 0) || far(a) - far(b));
}

interface PointsProps {
  points: CollectionPoint[];
  at: Position | null;
  /** Without it the points are shown and none can be chosen. */
  choose?: (lot_id: number) => void;
  chosen: number | null;
}

export function CollectionPoints({ points, at, choose, chosen }: PointsProps) {
  const [all, setAll] = useState(false);
  const words = t();
  const shown = all ? points : points.filter((point, n) => n < shownAtFirst || point.lot_id === chosen);
  return (
    <fieldset class="points card">
      <legend>{choose ? words.choosePoint : words.pointsCollect}</legend>
      {shown.map((point) => (
        <label key={point.lot_id} class={point.left > 0 ? 'point' : 'point gone'}>
          {choose && (
            <input
              type="radio"
              name="point"
              value={point.lot_id}
              checked={point.lot_id === chosen}
              disabled={point.left === 0}
              onChange={() => choose(point.lot_id)}
            />
          )}
          <span>
            <b>{point.name}</b>
            <span class="small">
              {at && `${distanceOf(metresBetween(at, point), languageNow())} · `}
              {point.address}
            </span>
            <span class="small">{point.hours_text}</span>
          </span>
          <span class={point.left > 0 ? 'left' : 'left none'}>
            {point.left > 0 ? words.pointLeft(numberOf(point.left)) : words.allGone}
          </span>
        </label>
      ))}
      {shown.length < points.length && (
        <button type="button" class="quiet wide" onClick={() => setAll(true)}>
          {words.moreCollectionPoints(points.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}
