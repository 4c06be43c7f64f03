// The screens of 我的 and the way in to them, fetched together.
export { MyDataPage } from '../me/my-data.tsx';
export { SettingsPage } from '../me/settings.tsx';
export { SignInPage } from '../sign-in/sign-in.tsx';
export { ClaimsPage } from './claims.tsx';
export { VoucherPage } from './voucher.tsx';
