// The story one can sign in to: Haidian's unions over the year before the day it is loaded. All of it is invented but for
// the names of the district's streets and towns and the counts the story is about; see words.ts and identity.ts.
import type postgres from 'postgres';
import { insertCampaigns, insertClaims } from './allotments.ts';
import { makeCampaigns } from './campaigns.ts';
import { claimsOf, entriesOf } from './claims.ts';
import { dayOf } from './days.ts';
import { insertHistory } from './history.ts';
import { insertEntries } from './ledger.ts';
import { insertPeople, makePeople } from './people.ts';
import { insertPlaces, makePlaces } from './places.ts';
import { insertStaff } from './posts.ts';
import { makeChance } from './random.ts';
import { makeReach } from './reach.ts';
import { makeServices } from './services.ts';
import type { DemoTools } from './tools.ts';
import { insertTree } from './tree.ts';

export { demoMembers, demoStaff } from './cast.ts';
export type { DemoTools } from './tools.ts';

/**
 * Fills an empty, migrated database with the story `haidian`: the same every time on the same day, but for the
 * ciphertexts, whose nonces are fresh. `tx` is a transaction of the tables' owner.
 */
export async function loadHaidian(tx: postgres.TransactionSql, tools: DemoTools): Promise<void> {
  const started = performance.now();
  const today = dayOf(tools.now);
  const places = makePlaces();
  const people = makePeople(today);
  await insertTree(tx, today);
  await insertPlaces(tx, places, today);
  await insertStaff(tx, today, await tools.hashPassword(tools.password));
  await insertPeople(tx, people, tools.vault);

  const campaigns = makeCampaigns(today, places);
  const chance = makeChance('haidian year');
  const reach = makeReach(people, chance);
  const claimed = campaigns.map((campaign) => ({
    campaign,
    claims: claimsOf({ campaign, today, people, reach, chance }),
  }));
  await insertCampaigns(tx, campaigns, today);
  for (const { campaign, claims } of claimed) await insertClaims(tx, campaign, claims, tools);

  const handed = claimed.flatMap(({ campaign, claims }) => entriesOf(campaign, claims));
  await insertEntries(tx, [...handed, ...makeServices({ today, places, people, reach, chance })]);
  await insertHistory(
    tx,
    today,
    campaigns,
    claimed.flatMap(({ claims }) => claims),
  );
  await tx`insert into setting (key, value) values ('demo', '{"story":"haidian"}')`;

  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tools.say(`演示故事 haidian 已装入，用时 ${seconds} 秒。`);
  tools.say(`The demo story haidian is loaded, in ${seconds} s.`);
}
