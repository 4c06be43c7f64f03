import type { RosterImport } from '../../../contract/roster.ts';
import { occupations } from '../../../contract/words.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { AddRoute, Ask } from '../../platform/http/routes.ts';
import { notFound } from '../../platform/refusal.ts';
import { maskIdNumber, maskPhone } from '../members/index.ts';
import { unionRef } from '../unions/index.ts';
import { readImport } from './import.store.ts';
import { commitImport, discardImport, openStaging, previewImport } from './import.ts';

const importing = { ability: 'roster.import' } as const;

export function rosterRoutes(route: AddRoute, tools: { vault: Vault }): void {
  const { vault } = tools;
  route('POST /api/desk/roster-imports', importing, async (ask) => {
    const import_id = await previewImport(ask.tx, ask, { ...ask.query, file: ask.file }, vault, ask.now);
    return show(ask, import_id, vault);
  });
  route('GET /api/desk/roster-imports/:import_id', importing, async (ask) => {
    const shown = await show(ask, ask.params.import_id, vault);
    const looked = { action: 'roster.seen', subject: ['roster_import', shown.import_id] as const };
    await writeAudit(ask.tx, ask, { ...looked, union_id: shown.union.union_id }, ask.now);
    return shown;
  });
  route('PUT /api/desk/roster-imports/:import_id/commitment', importing, async (ask) => {
    await commitImport(ask.tx, ask, ask.params.import_id, vault, ask.now);
    return show(ask, ask.params.import_id, vault);
  });
  route('DELETE /api/desk/roster-imports/:import_id', importing, async (ask) => {
    await discardImport(ask.tx, ask, ask.params.import_id, ask.now);
    return { done: true as const };
  });
}

async function show(
  ask: Pick<Ask<'GET /api/session'>, 'tx' | 'language'>,
  import_id: number,
  vault: Vault,
): Promise<RosterImport> {
  const row = await readImport(ask.tx, import_id);
  const union = row ? await unionRef(ask.tx, row.union_id) : undefined;
  if (!row || !union) throw notFound();
  const staging = openStaging(row, vault);
  const { language } = ask;
  return {
    ...row.summary,
    columns_used: [...row.summary.columns_used],
    columns_ignored: [...row.summary.columns_ignored],
    import_id,
    file_name: row.file_name,
    union,
    state: row.state,
    created_at: row.created_at.toISOString(),
    wrong_rows: staging.wrong.map((wrong) => ({
      row: wrong.row,
      name: wrong.name,
      problems: wrong.problems.map((one) => ({ column: one.column[language], message: one.message[language] })),
    })),
    sample: staging.people.slice(0, 10).map((person) => ({
      row: person.row,
      name: person.name,
      id_number_masked: maskIdNumber(person.id_number),
      phone_masked: maskPhone(person.phone),
      occupation: occupations[person.occupation][language],
    })),
  };
}
