import BankOutlined from '@ant-design/icons/BankOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import FileAddOutlined from '@ant-design/icons/FileAddOutlined';
import GiftOutlined from '@ant-design/icons/GiftOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import ScanOutlined from '@ant-design/icons/ScanOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { type ComponentType, lazy, type ReactNode } from 'react';
import type { words } from './words.ts';

export interface Place {
  key: keyof typeof words & string;
  path: string;
  /** Shown to those whose post names this ability. */
  ability: string;
  icon: ReactNode;
  page: ComponentType;
}

/** Every place of the desk, in the order of a working day. */
export const places: readonly Place[] = [
  {
    key: 'morning',
    path: '/',
    ability: 'desk.morning',
    icon: <HomeOutlined />,
    page: lazy(() => import('../morning/morning.tsx')),
  },
  {
    key: 'hand_over',
    path: '/hand-over',
    ability: 'redemption.write',
    icon: <ScanOutlined />,
    page: lazy(() => import('../hand-over/hand-over.tsx')),
  },
  {
    key: 'campaigns',
    path: '/campaigns',
    ability: 'campaign.read',
    icon: <GiftOutlined />,
    page: lazy(() => import('../campaigns/campaigns.tsx')),
  },
  {
    key: 'members',
    path: '/members',
    ability: 'member.read',
    icon: <TeamOutlined />,
    page: lazy(() => import('../members/members.tsx')),
  },
  {
    key: 'roster',
    path: '/roster',
    ability: 'roster.import',
    icon: <FileAddOutlined />,
    page: lazy(() => import('../roster/roster.tsx')),
  },
  {
    key: 'figures',
    path: '/figures',
    ability: 'figures.read',
    icon: <BarChartOutlined />,
    page: lazy(() => import('../figures/figures.tsx')),
  },
  {
    key: 'unions',
    path: '/unions',
    ability: 'union.read',
    icon: <BankOutlined />,
    page: lazy(() => import('../unions/unions.tsx')),
  },
];

/** The place an address belongs to. */
export function placeOf(path: string): Place | undefined {
  return places.find((place) =>
    place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`),
  );
}
