// What the phone app's browser tests need: people of the demo story to be, and campaigns of their own to claim from,
// so that no test depends on another, nor on what an earlier run left behind.
import { randomInt, randomUUID } from 'node:crypto';
import { type APIRequestContext, type BrowserContext, expect, type Page, request as requests } from '@playwright/test';
import type { CampaignCard, CampaignDraft, DeskCampaign } from '../../contract/care.ts';
import type { SessionReply } from '../../contract/signin.ts';
import type { StationCard } from '../../contract/stations.ts';
import type { MembershipState, Occupation } from '../../contract/words.ts';
import { dayOf } from '../../db/demo/haidian/days.ts';
import { makePeople, type Person, stateToday } from '../../db/demo/haidian/people.ts';

/** The cast has the first numbers; other tests play with them. */
const castSize = 100;
let people: readonly Person[] = [];

async function told<T>(answer: {
  ok(): boolean;
  text(): Promise<string>;
  json(): Promise<unknown>;
  url(): string;
}): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Wanted {
  occupation?: Occupation;
  state?: MembershipState;
  in_haidian?: boolean;
}

/** One of the thousands, each time another: a phone may ask for one code a minute only. */
export async function someMember(request: APIRequestContext, wanted: Wanted = {}): Promise<Person> {
  const { occupation, state = 'active', in_haidian = true } = wanted;
  const { now } = await told<SessionReply>(await request.get('/api/session'));
  if (people.length === 0) people = makePeople(dayOf(new Date(now)));
  const fitting = people.filter(
    (person) =>
      person.member_id > castSize &&
      person.in_haidian === in_haidian &&
      stateToday(person) === state &&
      (occupation === undefined || person.occupation === occupation),
  );
  const found = fitting[randomInt(fitting.length)];
  if (!found) throw new Error('the story has nobody like that');
  return found;
}

/** Signs in without the screens, for tests about what comes after. */
export async function signedIn(context: BrowserContext, wanted: Wanted = {}): Promise<Person> {
  const person = await someMember(context.request, wanted);
  const { demo_code } = await told<{ demo_code: string }>(
    await context.request.post('/api/session/codes', { data: { phone: person.phone } }),
  );
  await told(await context.request.post('/api/session/member', { data: { phone: person.phone, code: demo_code } }));
  return person;
}

const hour_ms = 3_600_000;

/** The district officer, signed in once for all tests of a worker: passwords, too, may be tried only so often. */
let officer: Promise<{ cookies: Awaited<ReturnType<APIRequestContext['storageState']>>; union_id: number }> | null =
  null;

async function signInOfficer(baseURL: string) {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error('DEMO_PASSWORD is not set');
  const desk = await requests.newContext({ baseURL });
  const session = await told<SessionReply>(
    await desk.post('/api/session/staff', { data: { login_name: 'haidian', password } }),
  );
  const union_id = session.actor?.kind === 'staff' ? session.actor.posts[0]?.union.union_id : undefined;
  if (!union_id) throw new Error('the district officer has no post');
  const cookies = await desk.storageState();
  await desk.dispose();
  return { cookies, union_id };
}

export interface Made {
  campaign: DeskCampaign;
  stations: StationCard[];
}

/** A campaign of the district, open now to every member of Haidian unless `draft` says otherwise. */
export async function makeCampaign(baseURL: string | undefined, draft: Partial<CampaignDraft> = {}): Promise<Made> {
  if (!baseURL) throw new Error('no address to test at');
  officer ??= signInOfficer(baseURL);
  const { cookies, union_id } = await officer;
  const desk = await requests.newContext({ baseURL, storageState: cookies });
  const session = await told<SessionReply>(await desk.get('/api/session'));
  const { stations } = await told<{ stations: StationCard[] }>(
    await desk.get('/api/stations', { params: { q: '上地街道' } }),
  );
  const now = Date.parse(session.now);
  const at = (hours: number) => new Date(now + hours * hour_ms).toISOString();
  const whole: CampaignDraft = {
    union_id,
    kind: 'coolness',
    title: `试办 ${randomUUID().slice(0, 8)}`,
    item: '清凉包（毛巾、水杯）',
    detail: '请凭二维码领取。',
    opens_at: at(-1),
    closes_at: at(48),
    collect_until: at(96),
    eligibility: { occupations: [], branch_ids: [], membership_states: ['active', 'in_transfer'] },
    lots: stations.slice(0, 2).map(({ station_id }) => ({ station_id, capacity: 20 })),
    ...draft,
  };
  const made = await told<DeskCampaign>(await desk.put(`/api/desk/campaigns/drafts/${randomUUID()}`, { data: whole }));
  const campaign = await told<DeskCampaign>(await desk.put(`/api/desk/campaigns/${made.campaign_id}/publication`));
  await desk.dispose();
  return { campaign, stations: stations.slice(0, 2) };
}

/** Claims without the screens and tells the claim's id. */
export async function claimed(context: BrowserContext, { campaign }: Made): Promise<string> {
  const claim_id = uuidv7();
  const lot_id = campaign.lots[0]?.lot_id;
  await told(await context.request.put(`/api/claims/${claim_id}`, { data: { lot_id } }));
  return claim_id;
}

function uuidv7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** How many places a campaign has left by the server's own word. */
export async function placesLeft(request: APIRequestContext, campaign_id: number): Promise<number> {
  return (await told<CampaignCard>(await request.get(`/api/campaigns/${campaign_id}`))).left;
}

/** Nothing sticks out to the side. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
