import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import { Button } from 'antd';
import { addressOf } from '../../../contract/call.ts';
import type { Reply } from '../../../contract/index.ts';
import { entrySources, occupations, programmes } from '../../../contract/words.ts';
import { useAsk } from '../shell/ask.ts';
import { Page } from '../shell/page.tsx';
import { useAddress } from '../shell/router.tsx';
import { useCan } from '../shell/session.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { useTime } from '../shell/time.ts';
import { common, useTerm, useWords } from '../words.ts';
import { FigureFilters } from './figure-filters.tsx';
import { type FigureQuery, queryOf } from './filters.ts';
import { Headline } from './headline.tsx';
import { StationCounts } from './station-counts.tsx';
import { ByMonth, ByProgramme, ByUnion } from './tables.tsx';
import { words } from './words.ts';

export type Figures = Reply<'GET /api/desk/figures'>;

/** Services and people of a branch; each number opens the list it was counted from. */
export function FiguresPage() {
  const t = useWords(words);
  const c = useWords(common);
  const can = useCan();
  const address = useAddress();
  const query = queryOf(address);
  const asked = useAsk('GET /api/desk/figures', { query });
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button icon={<DownloadOutlined />} href={addressOf('GET /api/desk/figures.xlsx', { query })} download>
            {c.export_xlsx}
          </Button>
        </>
      }
    >
      <FigureFilters address={address} query={query} />
      <Shown asked={asked}>
        {(figures) => (
          <div className={asked.loading ? 'figures-page is-old' : 'figures-page'} aria-busy={asked.loading}>
            <SpanLine figures={figures} query={query} />
            <Headline figures={figures} query={query} />
            {figures.total.services === 0 && figures.by_programme.length === 0 ? (
              <Blank title={t.none}>{t.none_next}</Blank>
            ) : (
              <>
                <ByProgramme figures={figures} query={query} />
                {figures.by_union.length > 0 && <ByUnion figures={figures} query={query} />}
                <ByMonth figures={figures} query={query} />
              </>
            )}
          </div>
        )}
      </Shown>
      {can('station.count') && <StationCounts unionId={query.union_id} />}
    </Page>
  );
}

/** What was counted, over which days, when: a sheet of paper says it as well as the screen. */
function SpanLine({ figures, query }: { figures: Figures; query: FigureQuery }) {
  const t = useWords(words);
  const c = useWords(common);
  const term = useTerm();
  const time = useTime();
  const filters = [
    query.programme && term(programmes[query.programme]),
    query.occupation && term(occupations[query.occupation]),
    query.source && term(entrySources[query.source]),
    query.care && t.care,
    query.own && t.only_own,
  ].filter(Boolean);
  return (
    <div className="span-line">
      <h2>{t.print_title(figures.union.name)}</h2>
      <p className="soft">
        {t.span_of(time.day(figures.from), time.day(figures.to))}
        {filters.length > 0 && ` · ${t.filtered}: ${filters.join(c.comma)}`} ·{' '}
        {t.counted_at(time.moment(figures.counted_at))}
      </p>
    </div>
  );
}
