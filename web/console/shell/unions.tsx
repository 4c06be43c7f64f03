import { TreeSelect, type TreeSelectProps } from 'antd';
import { useMemo } from 'react';
import type { Reply } from '../../../contract/index.ts';
import { common, useWords } from '../words.ts';
import { type Asked, useAsk } from './ask.ts';

export type UnionNode = Reply<'GET /api/unions'>['unions'][number];
export interface UnionBranch {
  node: UnionNode;
  children: UnionBranch[];
}

export const useUnions = (): Asked<Reply<'GET /api/unions'>> => useAsk('GET /api/unions', {});

/** The tree from the flat list; what has no parent in the list stands at the top. */
export function treeOf(nodes: readonly UnionNode[]): UnionBranch[] {
  const branches = new Map(nodes.map((node) => [node.union_id, { node, children: [] as UnionBranch[] }]));
  const tops: UnionBranch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.node.parent_id === null ? undefined : branches.get(branch.node.parent_id);
    (parent?.children ?? tops).push(branch);
  }
  return tops;
}

interface Option {
  value: number;
  title: string;
  children?: Option[];
}

const optionOf = ({ node, children }: UnionBranch): Option => ({
  value: node.union_id,
  title: node.name,
  ...(children.length > 0 ? { children: children.map(optionOf) } : {}),
});

type BranchSelectProps<V> = Omit<TreeSelectProps<V>, 'treeData' | 'loading' | 'onChange'> & {
  onChange?: (value: V) => void;
};

/** Chooses a branch, or several: type a part of the name, or open the tree. */
export function BranchSelect<V = number>(props: BranchSelectProps<V>) {
  const t = useWords(common);
  const asked = useUnions();
  const nodes = asked.data?.unions;
  const tree = useMemo(() => treeOf(nodes ?? []).map(optionOf), [nodes]);
  const tops = useMemo(() => tree.map((option) => option.value), [tree]);
  return (
    <TreeSelect<V>
      key={tops.length}
      showSearch
      treeNodeFilterProp="title"
      treeDefaultExpandedKeys={tops}
      popupMatchSelectWidth={false}
      listHeight={360}
      placeholder={t.branch}
      aria-label={t.branch}
      {...(props as TreeSelectProps<V>)}
      loading={asked.loading && !asked.data}
      treeData={tree as NonNullable<TreeSelectProps<V>['treeData']>}
    />
  );
}
