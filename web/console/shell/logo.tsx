import { logoPath, logoStroke, logoViewBox } from '../../ui/logo.ts';

/** The mark; the name stands beside it, so it is silent to a screen reader. */
export function Logo({ size }: { size: number }) {
  return (
    <svg className="logo" viewBox={logoViewBox} width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d={logoPath}
        fill="none"
        stroke="currentColor"
        strokeWidth={logoStroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
