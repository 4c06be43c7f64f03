import type { Occupation } from '../../../contract/words.ts';
import { cast } from './cast.ts';
import { type Person, spanOn, stateToday } from './people.ts';
import type { Chance } from './random.ts';

/** Whom care has reached in the story so far; the page counts people once over all programmes. */
export interface Reach {
  /**
   * Different members of Haidian who belonged on that day, `fresh` of them (or as many as there are) never reached before.
   * They count as reached from now on.
   */
  serve(wanted: Wanted): Person[];
  /** The same without serving them: people who claimed and did not collect. Nobody from `except`. */
  meet(wanted: Wanted, except: ReadonlySet<Person>): Person[];
  count(): number;
}

export interface Wanted {
  readonly count: number;
  readonly fresh: number;
  readonly day: number;
  /** Empty means any. */
  readonly occupations: readonly Occupation[];
}

export function makeReach(people: readonly Person[], chance: Chance): Reach {
  const reached = new Set<Person>();
  // The cast stays as it is, so that signing in as one of them always shows the same.
  const members = people.slice(cast.length).filter((person) => person.in_haidian && isFull(person));
  const draw = ({ count, fresh, day, occupations }: Wanted, except: ReadonlySet<Person>) => {
    const fitting = chance
      .shuffled(members)
      .filter((person) => !except.has(person) && suits(person, occupations) && spanOn(person, day));
    const never = fitting.filter((person) => !reached.has(person)).slice(0, fresh);
    const again = fitting.filter((person) => reached.has(person)).slice(0, count - never.length);
    const drawn = chance.shuffled([...never, ...again]);
    if (drawn.length < count) throw new Error(`only ${drawn.length} of ${count} people to serve`);
    return drawn;
  };
  return {
    serve(wanted) {
      const served = draw(wanted, new Set());
      for (const person of served) reached.add(person);
      return served;
    },
    meet: draw,
    count: () => reached.size,
  };
}

const isFull = (person: Person) => stateToday(person) === 'active' || stateToday(person) === 'in_transfer';
const suits = (person: Person, occupations: readonly Occupation[]) =>
  occupations.length === 0 || occupations.includes(person.occupation);
