import { phrases, useWords } from '../words.ts';
import { number } from './time.ts';

const words = phrases({
  claimed: { zh: '已申领', en: 'Claimed' },
  collected: { zh: '已领取', en: 'Collected' },
  places: { zh: '名额', en: 'Places' },
  summary: {
    zh: (claimed: string, collected: string, capacity: string) =>
      `名额 ${capacity} 份，已申领 ${claimed} 份，已领取 ${collected} 份`,
    en: (claimed: string, collected: string, capacity: string) =>
      `${capacity} places, ${claimed} claimed, ${collected} collected`,
  },
});

interface PlacesBarProps {
  capacity: number;
  granted: number;
  redeemed: number;
  /** The figures stand in columns beside it already. */
  silent?: boolean;
}

const share = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`;

/** Of all places: how many are claimed (pale) and how many of those collected (full). */
export function PlacesBar({ capacity, granted, redeemed, silent }: PlacesBarProps) {
  const t = useWords(words);
  return (
    <div className="places-bar">
      <div
        className="places-rail"
        role="img"
        aria-label={t.summary(number(granted), number(redeemed), number(capacity))}
      >
        <span className="places-claimed" style={{ width: share(granted, capacity) }} />
        <span className="places-collected" style={{ width: share(redeemed, capacity) }} />
      </div>
      {!silent && (
        <p className="places-legend">
          <span>
            <i className="dot dot-claimed" />
            {t.claimed} <b>{number(granted)}</b>
          </span>
          <span>
            <i className="dot dot-collected" />
            {t.collected} <b>{number(redeemed)}</b>
          </span>
          <span>
            {t.places} <b>{number(capacity)}</b>
          </span>
        </p>
      )}
    </div>
  );
}
