import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Page } from '../shell/page.tsx';
import { useAddress } from '../shell/router.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { Blank, Shown } from '../shell/states.tsx';
import { number } from '../shell/time.ts';
import { treeOf, type UnionBranch, type UnionNode, useUnions } from '../shell/unions.tsx';
import { useWords } from '../words.ts';
import { UnionTable } from './union-table.tsx';
import { words } from './words.ts';

/** The branches that match, with everything above them, so that one sees where they belong. */
function matching(branches: readonly UnionBranch[], q: string): UnionBranch[] {
  return branches.flatMap(({ node, children }) => {
    if (node.name.toLowerCase().includes(q) || node.code?.toLowerCase().includes(q)) return [{ node, children }];
    const below = matching(children, q);
    return below.length > 0 ? [{ node, children: below }] : [];
  });
}

const withChildren = (branches: readonly UnionBranch[]): number[] =>
  branches.flatMap(({ node, children }) => (children.length > 0 ? [node.union_id, ...withChildren(children)] : []));

/** The tree of unions with codes and members. */
export default function UnionsPage() {
  const t = useWords(words);
  const asked = useUnions();
  return (
    <Page title={t.title} about={t.about}>
      <Shown asked={asked}>{({ unions }) => <Unions nodes={unions} />}</Shown>
    </Page>
  );
}

function Unions({ nodes }: { nodes: UnionNode[] }) {
  const t = useWords(words);
  const address = useAddress();
  const q = (address.get('q') ?? '').trim().toLowerCase();
  const tree = useMemo(() => treeOf(nodes), [nodes]);
  const shown = useMemo(() => (q ? matching(tree, q) : tree), [tree, q]);
  const [open, setOpen] = useState<readonly number[]>(() => tree.map((branch) => branch.node.union_id));
  const expanded = q ? withChildren(shown) : open;
  return (
    <>
      <div className="tools">
        <SearchBox label={t.search} address={address} shortcut />
        <div className="tools-end">
          <Button
            onClick={() =>
              setOpen(open.length > tree.length ? tree.map((one) => one.node.union_id) : withChildren(tree))
            }
          >
            {open.length > tree.length ? t.close_all : t.open_all}
          </Button>
        </div>
      </div>
      {shown.length === 0 ? (
        <Blank title={t.none}>{t.none_next}</Blank>
      ) : (
        <UnionTable branches={shown} expanded={expanded} onExpand={setOpen} />
      )}
      <div className="list-foot">
        <span>{t.total(number(nodes.length))}</span>
      </div>
    </>
  );
}
