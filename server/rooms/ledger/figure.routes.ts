import { writeXlsx } from 'hucre/xlsx';
import type { Language } from '../../../contract/endpoint.ts';
import type { Figures } from '../../../contract/ledger.ts';
import { programmes } from '../../../contract/words.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { AddRoute } from '../../platform/http/routes.ts';
import { maskName } from '../members/index.ts';
import { countTotal, readEntries } from './figure.store.ts';
import { countFigures, spanOf } from './figure.ts';

const reading = { ability: 'figures.read' } as const;
const pageSize = 50;

export function ledgerRoutes(route: AddRoute): void {
  route('GET /api/desk/figures', reading, async (ask) =>
    countFigures(ask.tx, await spanOf(ask.tx, ask.scope, ask.query, ask.now), ask.now),
  );
  route('GET /api/desk/figures/entries', reading, async (ask) => {
    const span = await spanOf(ask.tx, ask.scope, ask.query, ask.now);
    const { total, entries } = await readEntries(ask.tx, span, pageSize, (ask.query.page - 1) * pageSize);
    const member_ids = [...new Set(entries.flatMap((entry) => entry.member_id ?? []))];
    if (member_ids.length > 0)
      await writeAudit(
        ask.tx,
        ask,
        { action: 'ledger.entries_seen', subject: ['ledger', null], union_id: span.union_id, member_ids },
        ask.now,
      );
    return {
      entries: entries.map(({ member_id, name, ...entry }) => ({
        ...entry,
        happened_at: entry.happened_at.toISOString(),
        recorded_at: entry.recorded_at.toISOString(),
        member: member_id === null ? null : { member_id, name_masked: name === null ? '***' : maskName(name) },
      })),
      total,
      ...(await countTotal(ask.tx, span)),
      page: ask.query.page,
    };
  });
  route('GET /api/desk/figures.xlsx', reading, async (ask) => {
    const figures = await countFigures(ask.tx, await spanOf(ask.tx, ask.scope, ask.query, ask.now), ask.now);
    const file = await writeXlsx({ sheets: sheetsOf(figures, ask.language) });
    return { file, name: `${figures.union.name} ${figures.from}–${figures.to}.xlsx` };
  });
}

type Line = (string | number)[];

/** A text cell must not become a formula when somebody opens it. */
const cell = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

function sheetsOf(figures: Figures, language: Language) {
  const zh = language === 'zh';
  const counted = zh ? ['人次', '人数'] : ['Services', 'People'];
  const title: Line = [cell(figures.union.name), figures.from, figures.to];
  const note: Line = [
    zh ? '人数按人去重，各行相加不等于合计' : 'People are counted once: rows do not add up to the total',
  ];
  const total: Line = [zh ? '合计' : 'Total', figures.total.services, figures.total.people];
  const sheet = (name: string, head: string, rows: Line[]) => ({
    name,
    rows: [title, [head, ...counted], ...rows, total, note],
  });
  return [
    sheet(
      zh ? '按项目' : 'By programme',
      zh ? '项目' : 'Programme',
      figures.by_programme.map((row) => [programmes[row.programme][language], row.services, row.people]),
    ),
    sheet(
      zh ? '按工会' : 'By branch',
      zh ? '工会' : 'Branch',
      figures.by_union.map((row) => [cell(row.union.name), row.services, row.people]),
    ),
    sheet(
      zh ? '按月' : 'By month',
      zh ? '月份' : 'Month',
      figures.by_month.map((row) => [row.month, row.services, row.people]),
    ),
  ];
}
