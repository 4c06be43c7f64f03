/**
 * The mark: a bridge on two piers whose arch is the upper half of a heart; the water below would show the other half.
 * One path, stroked in the current colour with round ends, legible at 16 px. `favicon.svg` draws the same path.
 */
export const logoViewBox = '0 0 24 24';
export const logoStroke = 2.3;
export const logoPath =
  'M1.4 17H22.6M4.4 20.6V17C1.4 11.6 3 5 7.4 5C9.8 5 11.5 6.7 12 9.4C12.5 6.7 14.2 5 16.6 5C21 5 22.6 11.6 19.6 17V20.6';
