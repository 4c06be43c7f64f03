import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import { qrReader } from './qr-reader.ts';
import { words } from './words.ts';

export type CameraTrouble = 'camera_insecure' | 'camera_denied' | 'camera_missing';

interface ScannerProps {
  onRead: (text: string) => void;
  onTrouble: (why: CameraTrouble) => void;
  onStop: () => void;
}

/** How often a picture is looked at: often enough to feel at once, seldom enough for an old phone. */
const every_ms = 120;

const troubleOf = (cause: unknown): CameraTrouble =>
  cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'camera_denied' : 'camera_missing';

/** Looks through the camera until it reads a code or is closed. */
async function watch(video: HTMLVideoElement, stopped: AbortSignal): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  const end = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  stopped.addEventListener('abort', end);
  try {
    if (stopped.aborted) return null;
    const read = await qrReader();
    video.srcObject = stream;
    await video.play();
    while (!stopped.aborted) {
      const text = await read(video);
      if (text) return text;
      await new Promise((resolve) => setTimeout(resolve, every_ms));
    }
    return null;
  } finally {
    end();
  }
}

export function Scanner({ onRead, onTrouble, onStop }: ScannerProps) {
  const t = useWords(words);
  const video = useRef<HTMLVideoElement>(null);
  const [live, setLive] = useState(false);
  const told = useRef({ onRead, onTrouble });
  told.current = { onRead, onTrouble };
  useEffect(() => {
    const stop = new AbortController();
    if (!video.current) return;
    watch(video.current, stop.signal).then(
      (text) => text && !stop.signal.aborted && told.current.onRead(text),
      (cause: unknown) => !stop.signal.aborted && told.current.onTrouble(troubleOf(cause)),
    );
    return () => stop.abort();
  }, []);
  return (
    <div className="scanner">
      <div className="scanner-view">
        <video ref={video} muted playsInline onPlaying={() => setLive(true)} aria-label={t.aim} />
        <span className="scanner-frame" aria-hidden="true" />
      </div>
      <p role="status">{live ? t.aim : t.camera_starting}</p>
      <Button size="large" block onClick={onStop}>
        {t.stop_scan}
      </Button>
    </div>
  );
}
