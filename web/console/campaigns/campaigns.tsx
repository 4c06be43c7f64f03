import { lazy } from 'react';
import { usePath } from '../shell/router.tsx';
import { CampaignList } from './campaign-list.tsx';

const CampaignPage = lazy(() => import('./campaign-page.tsx'));
// The form brings the date picker: only those who write fetch it.
const NewCampaign = lazy(() => import('./new-campaign.tsx'));
const EditCampaign = lazy(() => import('./edit-campaign.tsx'));

/** `/campaigns`, `/campaigns/new`, `/campaigns/12`, `/campaigns/12/edit`. */
export default function CampaignsPage() {
  const [, , which, what] = usePath().split('/');
  const campaignId = Number(which);
  if (which === 'new') return <NewCampaign />;
  if (!(campaignId > 0)) return <CampaignList />;
  return what === 'edit' ? (
    <EditCampaign key={campaignId} campaignId={campaignId} />
  ) : (
    <CampaignPage key={campaignId} campaignId={campaignId} />
  );
}
