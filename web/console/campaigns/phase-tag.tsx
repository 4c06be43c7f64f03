import { Tag } from 'antd';
import type { Reply } from '../../../contract/index.ts';
import { useWords } from '../words.ts';
import { words } from './words.ts';

export type Campaign = Reply<'GET /api/desk/campaigns/:campaign_id'>;
export type Phase = Campaign['phase'];
export const phases: readonly Phase[] = ['draft', 'upcoming', 'open', 'closed'];

const colors = { draft: 'default', upcoming: 'processing', open: 'success', closed: 'default' } as const;

export function PhaseTag({ phase }: { phase: Phase }) {
  const t = useWords(words);
  return <Tag color={colors[phase]}>{t[phase]}</Tag>;
}
