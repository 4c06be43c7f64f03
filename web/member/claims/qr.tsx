import { useEffect, useState } from 'preact/hooks';
import { t } from '../words.ts';

interface Code {
  size: number;
  path: string;
}

const quietZone = 4;

/** The code's dark squares as one path. The library is fetched when the first voucher opens, and kept by the worker. */
async function draw(text: string): Promise<Code> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  let path = '';
  data.forEach((row, y) => row.forEach((dark, x) => dark && (path += `M${x} ${y}h1v1h-1z`)));
  return { size, path };
}

/** Fetches what drawing needs while there is a network. */
export const prepareQr = (): void => void import('uqr').catch(() => undefined);

export function Qr({ text }: { text: string }) {
  const [code, setCode] = useState<Code | null>(null);
  useEffect(() => {
    let here = true;
    draw(text).then(
      (drawn) => here && setCode(drawn),
      // Without it the ten characters below still do.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [text]);
  if (!code) return <div class="qr" aria-hidden="true" />;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={t().qrLabel}
      shape-rendering="crispEdges"
    >
      <path d={code.path} />
    </svg>
  );
}
