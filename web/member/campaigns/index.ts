// The screens of 可领, fetched together.
export { CampaignPage } from './campaign.tsx';
export { CampaignsPage } from './campaigns.tsx';
