import { call } from '../../../contract/call.ts';
import type { Reply } from '../../../contract/index.ts';
import { membershipStates, occupations } from '../../../contract/words.ts';
import { dateOf, momentOf } from '../../ui/format.ts';
import { useLoad } from '../shell/load.ts';
import { Page } from '../shell/page.tsx';
import { session } from '../shell/session.ts';
import { languageNow } from '../shell/settings.ts';
import { Age, Empty, Trouble, Waiting } from '../shell/states.tsx';
import { goSignIn } from '../sign-in/returning.ts';
import { t } from '../words.ts';

type Me = Reply<'GET /api/me'>;

export function MyDataPage() {
  const { state } = session.use();
  // Never kept on the phone: it is looked up each time.
  const loaded = useLoad(state === 'member' ? 'me' : null, (signal) => call('GET /api/me', {}, { signal }));
  const words = t();
  return (
    <Page title={words.myData} parent="/mine">
      {loaded.data ? (
        <>
          <Age loaded={loaded} />
          <Held me={loaded.data} />
          <Looks me={loaded.data} />
        </>
      ) : state === 'nobody' ? (
        <Empty title={words.mineFirst}>
          <button type="button" class="main-button wide" onClick={() => goSignIn()}>
            {words.signIn}
          </button>
        </Empty>
      ) : loaded.trouble ? (
        <Trouble trouble={loaded.trouble} again={loaded.reload} />
      ) : (
        <Waiting what={words.dataWait} tall />
      )}
    </Page>
  );
}

function Held({ me }: { me: Me }) {
  const words = t();
  const language = languageNow();
  const facts: [string, string | null][] = [
    [words.name, me.name],
    [words.phone, me.phone_masked],
    [words.idNumber, me.id_number_masked],
    [words.occupation, occupations[me.occupation][language]],
    [words.platform, me.platform],
    [words.union, me.union?.name ?? null],
    [words.membership, membershipStates[me.membership_state][language]],
    [words.joinedOn, dateOf(me.joined_on, language)],
  ];
  return (
    <section>
      <h2>{words.dataHeld}</h2>
      <dl class="card facts">
        {facts.map(([word, fact]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{fact ?? words.none}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{words.dataWrong}</p>
    </section>
  );
}

function Looks({ me }: { me: Me }) {
  const words = t();
  return (
    <section>
      <h2>{words.looks}</h2>
      {me.looks.length === 0 ? (
        <p class="card">{words.noLooks}</p>
      ) : (
        <ol class="card looks">
          {me.looks.map((look) => (
            <li key={look.at + look.by + look.what}>
              {words.look(look.by, look.what)}
              <span class="small">{momentOf(look.at, languageNow())}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
